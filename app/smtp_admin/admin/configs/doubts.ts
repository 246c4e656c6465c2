import {
  type PresetText,
  findPresetByHost,
  findPresetsByDomain,
} from '../../diagnostics/presets/presets.js'
import { registrableDomain } from '../../diagnostics/presets/registrable_domain.js'
import type { Message } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'

/** What is looked at: a configuration as it is stored, or as a form shows it. */
export interface Doubtful {
  host: string
  port: number
  encryption: Encryption
  verifyCertificate: boolean
  username: string | null
  fromEmail: string | null
}

/** Something that may be meant, and mostly is not: said at its field, and refused nowhere. */
export interface Doubt {
  field: 'port' | 'encryption' | 'from_email' | 'verify_certificate'
  phrase: Message
}

/** The server of a developer's own machine: nobody is in between. */
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** What is doubtful about the settings by themselves, in the order of the form: no server is asked. */
export function doubtsAbout(config: Doubtful): Doubt[] {
  return [
    doubtAboutEncryption(config),
    doubtAboutPort(config),
    doubtAboutSender(config),
    doubtAboutCertificate(config),
  ].filter((doubt) => doubt !== null)
}

function doubtAboutEncryption({ host, encryption, username }: Doubtful): Doubt | null {
  const isReadable = encryption === 'none' && username !== null && !LOCAL.test(host)
  return isReadable ? { field: 'encryption', phrase: { key: 'form.doubtClearText' } } : null
}

/** Ports by their use: RFC 8314 section 3 for 465 and 587, RFC 5321 section 4.5.4.2 for 25. */
function doubtAboutPort({ port, encryption, username }: Doubtful): Doubt | null {
  if (port === 465 && encryption !== 'tls') {
    return { field: 'port', phrase: { key: 'form.doubt465' } }
  }
  if (port === 587 && encryption === 'tls') {
    return { field: 'port', phrase: { key: 'form.doubt587' } }
  }
  if (port === 25 && encryption === 'tls') {
    return { field: 'port', phrase: { key: 'form.doubt25' } }
  }
  return port === 25 && username !== null
    ? { field: 'port', phrase: { key: 'form.doubtLogin25' } }
    : null
}

function doubtAboutSender({ host, username, fromEmail }: Doubtful): Doubt | null {
  const from = domainOf(fromEmail)
  if (!from) {
    return null
  }
  const provider = otherProvider(from, host)
  if (provider) {
    return { field: 'from_email', phrase: { key: 'form.doubtFreeMail', params: { provider } } }
  }
  const login = domainOf(username)
  return login && registrableDomain(login) !== registrableDomain(from)
    ? {
        field: 'from_email',
        phrase: { key: 'form.doubtOtherDomain', params: { from, username: login } },
      }
    : null
}

/** The provider whose addresses are in this domain, if mail does not go through a server of its own. */
function otherProvider(domain: string, host: string): PresetText | null {
  const providers = findPresetsByDomain(domain)
  const own = findPresetByHost(host)
  const isOwn =
    providers.some(({ id }) => id === own?.id) ||
    providers.some((it) => it.host && registrableDomain(it.host) === registrableDomain(host))
  return providers.length === 0 || isOwn || LOCAL.test(host) ? null : providers[0].name
}

function doubtAboutCertificate({ encryption, verifyCertificate }: Doubtful): Doubt | null {
  return encryption !== 'none' && !verifyCertificate
    ? { field: 'verify_certificate', phrase: { key: 'form.doubtCertificate' } }
    : null
}

/** The part of an address after its last @; null: it is none, as many usernames are. */
function domainOf(address: string | null): string | null {
  return /@([^@\s]+\.[^@\s.]+)$/.exec(address ?? '')?.[1].toLowerCase() ?? null
}
