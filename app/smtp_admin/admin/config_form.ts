import { encryptionFlags } from '../models/encryption.js'
import { type ConfigValues, cleanValues, refuse } from '../models/check_values.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { Encryption } from '../types.js'

/** What happens to the stored password when a form is saved. */
export type PasswordMode = 'keep' | 'replace' | 'remove'

/** What the fields of the form show. There is no password here, and there never is. */
export interface FormValues {
  name: string
  host: string
  port: string
  encryption: string
  verify_certificate: string
  username: string
  password_mode: string
  from_email: string
  from_name: string
  reply_to: string
  timeout: string
  ehlo_name: string
  notes: string
  is_active: boolean
}

type Body = Record<string, unknown>

const ENCRYPTIONS: Encryption[] = ['none', 'starttls', 'tls']

const TEXT_FIELDS = [
  ...['name', 'host', 'port', 'username', 'from_email', 'from_name', 'reply_to', 'timeout'],
  ...['ehlo_name', 'notes'],
] as const

const PREFILLED_FIELDS = ['name', 'host', 'port', 'username', 'from_email', 'from_name', 'reply_to']

/** An empty form, filled from the address (`add?host=…&port=…`) where that is harmless. */
export function emptyForm(query: Body = {}): FormValues {
  const given = Object.fromEntries(PREFILLED_FIELDS.map((field) => [field, textOf(query[field])]))
  return {
    ...BLANK,
    ...given,
    port: given.port || BLANK.port,
    encryption: prefilledEncryption(query),
  }
}

const BLANK: FormValues = {
  name: '',
  host: '',
  port: '587',
  encryption: 'starttls',
  verify_certificate: '1',
  username: '',
  password_mode: 'replace',
  from_email: '',
  from_name: '',
  reply_to: '',
  timeout: '10',
  ehlo_name: '',
  notes: '',
  is_active: false,
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
    password_mode: config.hasPassword ? 'keep' : 'replace',
    from_email: config.fromEmail ?? '',
    from_name: config.fromName ?? '',
    reply_to: config.replyTo ?? '',
    timeout: String(config.timeout),
    ehlo_name: config.ehloName ?? '',
    notes: config.notes ?? '',
    is_active: config.isActive,
  }
}

/** A posted form as it is shown again: everything that was typed, but for the password. */
export function postedForm(body: Body): FormValues {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, textOf(body[field])]))
  const { host } = cleanValues({ host: texts.host })
  return {
    ...BLANK,
    ...texts,
    host: texts.host.includes('@') ? textOf(host) : texts.host,
    encryption: textOf(body.encryption),
    verify_certificate: body.verify_certificate === '0' ? '0' : '1',
    password_mode: passwordMode(body),
    is_active: Boolean(body.is_active),
  }
}

/**
 * A posted form as the columns of a configuration, for the model to check.
 *
 * @throws E_VALIDATION_ERROR when the encryption is none of the choices
 */
export function columnValues(body: Body): ConfigValues {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, body[field] ?? null]))
  return {
    ...cleanValues(texts),
    ...encryptionFlags(chosenEncryption(body)),
    verify_certificate: body.verify_certificate !== '0',
    ...passwordColumn(body),
  }
}

/** Whatever a browser has filled in counts only if Replace was chosen. */
function passwordMode(body: Body): PasswordMode {
  const mode = textOf(body.password_mode)
  return mode === 'keep' || mode === 'remove' ? mode : 'replace'
}

function passwordColumn(body: Body): ConfigValues {
  switch (passwordMode(body)) {
    case 'keep':
      return {}
    case 'remove':
      return { password: null }
    case 'replace':
      return { password: textOf(body.password) || null }
  }
}

function chosenEncryption(body: Body): Encryption {
  const chosen = ENCRYPTIONS.find((name) => name === body.encryption)
  if (!chosen) {
    const message = 'Choose an encryption: none, STARTTLS or TLS.'
    throw refuse([{ field: 'encryption', rule: 'enum', message }])
  }
  return chosen
}

function prefilledEncryption(query: Body): string {
  if (query.use_ssl === '1') {
    return 'tls'
  }
  return ENCRYPTIONS.find((name) => name === query.encryption) ?? 'starttls'
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
