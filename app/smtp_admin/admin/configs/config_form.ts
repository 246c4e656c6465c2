import { randomUUID } from 'node:crypto'
import { DEFAULTS } from '../../models/config_fields.js'
import { normalize } from '../../models/config_validator.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import {
  type Input,
  TEXT_ATTRIBUTES,
  TEXT_FIELDS,
  type TextField,
  chosenEncryption,
  passwordMode,
  parseText,
  toText,
} from './form_input.js'
import { chosenPreset } from './provider_picker.js'

/** Ten times the longest field. */
const MAX_TEXT_LENGTH = 5000

type Texts = Record<TextField, string>

/** The values of the form's fields. A password is never among them. */
export interface FormValues extends Texts {
  encryption: string
  verify_certificate: string
  password_mode: string
  is_active: boolean
  /** The `is_active` of the form when it was displayed: `1`, `0`, or empty if it was not sent. */
  was_active: string
  /** The revision that the form was made from. Empty in a new form. */
  seen: string
  /** The id of the row that the form adds, so that a form that is sent twice adds one row. */
  new_id: string
  /** The id of the original, if the form adds a copy. */
  duplicate: string
  /** Whether the values were entered but not saved. */
  isTyped: boolean
}

/**
 * A new form, filled in from the query string (`add?host=…&port=…`, `add?provider=…`). The values of
 * the query string win over those of the provider.
 */
export function emptyForm(query: Input = {}): FormValues {
  const given = readTexts(query)
  const preset = chosenPreset(query)
  const presets: Partial<Texts> = {
    host: preset?.host ?? '',
    port: toText(preset?.port ?? 587),
    username: preset?.username ?? '',
  }
  const texts = mapTexts((field) => given[field] || (presets[field] ?? toText(DEFAULTS[field])))
  const encryption = query.use_ssl === '1' ? 'tls' : chosenEncryption(query)
  return {
    ...texts,
    encryption: encryption ?? preset?.encryption ?? 'starttls',
    verify_certificate: toText(DEFAULTS.verify_certificate),
    password_mode: 'replace',
    is_active: false,
    was_active: '0',
    seen: '',
    new_id: randomUUID(),
    duplicate: '',
    isTyped: false,
  }
}

export function storedForm(config: SmtpConfig): FormValues {
  return {
    ...mapTexts((field) => toText(config[TEXT_ATTRIBUTES[field]])),
    encryption: config.encryption,
    verify_certificate: toText(config.verifyCertificate),
    password_mode: config.password?.canDecrypt() ? 'keep' : 'replace',
    is_active: config.isActive,
    was_active: toText(config.isActive),
    seen: toText(config.revision),
    new_id: randomUUID(),
    duplicate: '',
    isTyped: false,
  }
}

/** A form that was sent, to display it again. */
export function postedForm(input: Input): FormValues {
  return {
    ...readTexts(input),
    encryption: parseText(input.encryption),
    verify_certificate: input.verify_certificate === '0' ? '0' : '1',
    password_mode: passwordMode(input),
    is_active: Boolean(input.is_active),
    was_active: parseText(input.was_active),
    seen: parseText(input.seen),
    new_id: parseText(input.new_id) || randomUUID(),
    duplicate: parseText(input.duplicate),
    isTyped: true,
  }
}

/** The texts as they were entered, without the credentials of a pasted address. */
export function readTexts(input: Input): Texts {
  const texts = mapTexts((field) => parseText(input[field]).slice(0, MAX_TEXT_LENGTH))
  if (!texts.host.includes('@')) {
    return texts
  }
  const { host, port } = normalize({ host: texts.host, port: texts.port })
  return { ...texts, host: parseText(host), port: parseText(port) }
}

/** Whether the user ticked or unticked “Active”. */
export function isActivityChosen({ is_active: isActive, was_active: wasActive }: FormValues) {
  return wasActive !== toText(isActive)
}

function mapTexts(toValue: (field: TextField) => string): Texts {
  return Object.fromEntries(TEXT_FIELDS.map((field) => [field, toValue(field)])) as Texts
}
