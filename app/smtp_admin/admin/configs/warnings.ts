import {
  type PresetText,
  findPresetByHost,
  findPresetsByDomain,
} from '../../diagnostics/presets/presets.js'
import { registrableDomain } from '../../diagnostics/presets/registrable_domain.js'
import type { Message } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'

/** The settings that warnings depend on, stored or in a form. */
export interface CheckedSettings {
  host: string
  port: number
  encryption: Encryption
  verifyCertificate: boolean
  username: string | null
  fromEmail: string | null
}

/** A setting that is valid but probably wrong. The page shows the message at its field. */
export interface ConfigWarning {
  field: 'port' | 'encryption' | 'from_email' | 'verify_certificate'
  message: Message
}

/** A server on the same machine: nothing can be read on the way. */
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** The warnings about settings, in the order of the form. No server is asked. */
export function configWarnings(settings: CheckedSettings): ConfigWarning[] {
  return [
    checkEncryption(settings),
    checkPort(settings),
    checkSender(settings),
    checkCertificate(settings),
  ].filter((warning) => warning !== null)
}

function checkEncryption({ host, encryption, username }: CheckedSettings): ConfigWarning | null {
  const isReadable = encryption === 'none' && username !== null && !LOCAL.test(host)
  return isReadable ? { field: 'encryption', message: { key: 'form.warningClearText' } } : null
}

/** Ports by their use: RFC 8314 section 3 for 465 and 587, RFC 5321 section 4.5.4.2 for 25. */
function checkPort({ port, encryption, username }: CheckedSettings): ConfigWarning | null {
  if (port === 465 && encryption !== 'tls') {
    return { field: 'port', message: { key: 'form.warningPort465' } }
  }
  if (port === 587 && encryption === 'tls') {
    return { field: 'port', message: { key: 'form.warningPort587' } }
  }
  if (port === 25 && encryption === 'tls') {
    return { field: 'port', message: { key: 'form.warningPort25' } }
  }
  return port === 25 && username !== null
    ? { field: 'port', message: { key: 'form.warningLogin25' } }
    : null
}

function checkSender({ host, username, fromEmail }: CheckedSettings): ConfigWarning | null {
  const from = findDomain(fromEmail)
  if (!from) {
    return null
  }
  const provider = findOtherProvider(from, host)
  if (provider) {
    return { field: 'from_email', message: { key: 'form.warningFreeMail', params: { provider } } }
  }
  const login = findDomain(username)
  return login && registrableDomain(login) !== registrableDomain(from)
    ? {
        field: 'from_email',
        message: { key: 'form.warningOtherDomain', params: { from, username: login } },
      }
    : null
}

/** The provider of addresses in this domain, unless the server is its own. */
function findOtherProvider(domain: string, host: string): PresetText | null {
  const providers = findPresetsByDomain(domain)
  const own = findPresetByHost(host)
  const isOwn =
    providers.some(({ id }) => id === own?.id) ||
    providers.some((it) => it.host && registrableDomain(it.host) === registrableDomain(host))
  return providers.length === 0 || isOwn || LOCAL.test(host) ? null : providers[0].name
}

function checkCertificate({
  encryption,
  verifyCertificate,
}: CheckedSettings): ConfigWarning | null {
  return encryption !== 'none' && !verifyCertificate
    ? { field: 'verify_certificate', message: { key: 'form.warningCertificate' } }
    : null
}

/** The part of an address after its last @; null: the text is no address, as with many usernames. */
function findDomain(address: string | null): string | null {
  return /@([^@\s]+\.[^@\s.]+)$/.exec(address ?? '')?.[1].toLowerCase() ?? null
}
