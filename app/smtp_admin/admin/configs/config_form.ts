import { randomUUID } from 'node:crypto'
import { normalize } from '../../models/config_validator.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { type Input, TEXT_FIELDS, chosenEncryption, passwordMode, textOf } from './form_input.js'
import { chosenPreset } from './provider_picker.js'

/** Ten times what the longest field may have: nobody has typed more. */
const LONGEST_TEXT = 5000

type Texts = Record<(typeof TEXT_FIELDS)[number], string>

/** What the fields of the form show. There is no password here, and there never is. */
export interface FormValues extends Texts {
  encryption: string
  verify_certificate: string
  password_mode: string
  is_active: boolean
  /** What `is_active` was when the form was shown: `1`, `0`, or empty if nobody said. */
  was_active: string
  /** The revision of the row that the form was made from; empty for a new one. */
  seen: string
  /** The id that a row will have which is added by this form: sent twice, it is added once. */
  new_id: string
  /** The id of the configuration that a new one is a copy of; empty: it is no copy. */
  duplicate: string
  /** Whether somebody has typed this, and it is stored nowhere. */
  isTyped: boolean
}

/**
 * An empty form, filled from the address (`add?host=…&port=…`, `add?provider=…`) where that is
 * harmless. What is said of a field goes before what is known of a provider.
 */
export function emptyForm(query: Input = {}): FormValues {
  const { timeout, port, host, username, ...texts } = shownTexts(query)
  const preset = chosenPreset(query)
  const encryption = query.use_ssl === '1' ? 'tls' : chosenEncryption(query)
  return {
    ...texts,
    host: host || (preset?.host ?? ''),
    port: port || String(preset?.port ?? 587),
    username: username || (preset?.username ?? ''),
    timeout: timeout || '10',
    encryption: encryption ?? preset?.encryption ?? 'starttls',
    verify_certificate: '1',
    password_mode: 'replace',
    is_active: false,
    was_active: '0',
    seen: '',
    new_id: randomUUID(),
    duplicate: '',
    isTyped: false,
  }
}

/** A stored configuration as the form shows it. */
export function storedForm(config: SmtpConfig): FormValues {
  return {
    name: config.name,
    host: config.host,
    port: String(config.port),
    encryption: config.encryption,
    verify_certificate: config.verifyCertificate ? '1' : '0',
    username: config.username ?? '',
    password_mode: config.password?.isReadable() ? 'keep' : 'replace',
    from_email: config.fromEmail ?? '',
    from_name: config.fromName ?? '',
    reply_to: config.replyTo ?? '',
    timeout: String(config.timeout),
    ehlo_name: config.ehloName ?? '',
    notes: config.notes ?? '',
    is_active: config.isActive,
    was_active: config.isActive ? '1' : '0',
    seen: String(config.revision),
    new_id: randomUUID(),
    duplicate: '',
    isTyped: false,
  }
}

/** A posted form as it is shown again: everything that was typed, but for the password. */
export function postedForm(input: Input): FormValues {
  return {
    ...shownTexts(input),
    encryption: textOf(input.encryption),
    verify_certificate: input.verify_certificate === '0' ? '0' : '1',
    password_mode: passwordMode(input),
    is_active: Boolean(input.is_active),
    was_active: textOf(input.was_active),
    seen: textOf(input.seen),
    new_id: textOf(input.new_id) || randomUUID(),
    duplicate: textOf(input.duplicate),
    isTyped: true,
  }
}

/** The texts as they were entered; of an address pasted with its credentials only the address. */
export function shownTexts(input: Input): Texts {
  const typed = TEXT_FIELDS.map((field) => [field, textOf(input[field]).slice(0, LONGEST_TEXT)])
  const texts: Texts = Object.fromEntries(typed)
  if (!texts.host.includes('@')) {
    return texts
  }
  const { host, port } = normalize({ host: texts.host, port: texts.port })
  return { ...texts, host: textOf(host), port: textOf(port) }
}

/** Whether somebody ticked or unticked “Active”, as against leaving it as an old page showed it. */
export function isActivityChosen({ is_active: isActive, was_active: wasActive }: FormValues) {
  return wasActive !== (isActive ? '1' : '0')
}
