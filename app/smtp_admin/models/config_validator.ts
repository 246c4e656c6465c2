import vine, { SimpleMessagesProvider, errors } from '@vinejs/vine'
import type { FieldContext, SchemaTypes } from '@vinejs/vine/types'
import { en, format, isMessageKey } from '../i18n/format.js'
import type { Message, MessageKey, MessageName, MessageParams } from '../i18n/types.js'
import type { Encryption } from '../types/common.js'
import { type ConfigColumns, DEFINITIONS } from './config_fields.js'
import { encryptionFlags } from './encryption.js'
import { hostRule, isHost, parseServer } from './host.js'

/** Values of a configuration by column, valid or not. */
export type ConfigValues = Record<string, unknown>

/** Why the value of one field is refused. */
export interface FieldError {
  field: string
  rule: string
  /** In English. */
  message: string
  /** The parameters of the rule, as in the `max` of a length. */
  meta?: MessageParams
}

type FieldRule<Name> = Name extends `${string}.${string}` ? Name : never

/**
 * NUL, CR and LF would go straight into a command of the SMTP dialogue (RFC 5321, section 4.1.1). Line
 * separators and characters that turn the direction of writing would falsify a line of a log.
 */
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

const singleLine = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string' && CONTROL_CHARACTERS.test(value)) {
    field.report('Remove the line break or control character.', 'line', field)
  }
})

const hostName = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string' && !isHost(value)) {
    field.report('Enter only a host name or IP address.', 'hostName', field)
  }
})

const text = (length: number) => vine.string().use(singleLine()).maxLength(length)

/** The one rule for an email address: those of local hosts, such as ops@mailhost, have no dot. */
export const emailRule = () => text(254).email({ require_tld: false, allow_utf8_local_part: true })

/** Messages of the catalogue in English, else those of VineJS. */
class MessagesProvider extends SimpleMessagesProvider {
  constructor() {
    super({})
  }

  getMessage(
    defaultMessage: string,
    rule: string,
    field: FieldContext,
    meta?: Record<string, string | number>
  ): string {
    const message = messageFor({ field: String(field.name), rule, meta })
    return message ? format(en, message) : super.getMessage(defaultMessage, rule, field, meta)
  }
}

const messagesProvider = new MessagesProvider()
const configSchema = vine.create(
  Object.fromEntries(DEFINITIONS.map(([, definition]) => [definition.column, toRule(definition)]))
)
const reasonSchema = vine.create({ reason: text(500) })
configSchema.messagesProvider = messagesProvider
reasonSchema.messagesProvider = messagesProvider

/**
 * Normalizes and validates the values of a configuration. The password stays exactly as it was entered.
 *
 * @throws E_VALIDATION_ERROR with an error for every field that is refused
 */
export async function validate(entered: ConfigValues): Promise<ConfigColumns> {
  const values = normalize(entered)
  const [refusal, valid] = await configSchema.tryValidate(values)
  const refused: FieldError[] = refusal?.messages ?? []
  const all = [...refused.map((it) => refineHostError(it, entered)), ...crossFieldErrors(values)]
  if (all.length > 0) {
    throw validationError(all)
  }
  return valid as ConfigColumns
}

/**
 * The reason of a change, by the rules of the notes.
 *
 * @throws E_VALIDATION_ERROR
 */
export async function validateReason(entered: unknown): Promise<string> {
  const { reason } = await reasonSchema.validate(normalize({ reason: entered }))
  return reason
}

/**
 * Trims text, turns empty text into null, and splits a pasted server into host, port and encryption.
 * Values that are not valid are normalized too: a form displays them again.
 */
export function normalize(entered: ConfigValues): ConfigValues {
  const values = Object.fromEntries(
    Object.entries(entered).map(([column, value]) => [column, normalizeValue(column, value)])
  )
  if (typeof values.host !== 'string') {
    return values
  }
  const { host, port, encryption } = parseServer(values.host)
  const server = { host: host || null, port: port ?? values.port }
  return { ...values, ...server, ...(encryption && toFlags(encryption)) }
}

/** The exception of refused values. AdonisJS responds with status 422. */
export function validationError(fieldErrors: FieldError[]) {
  return new errors.E_VALIDATION_ERROR(fieldErrors)
}

/** An error with a message of the catalogue, named by field and rule, as in `name.unique`. */
export function fieldError(
  name: FieldRule<MessageName<'problems'>>,
  meta?: MessageParams
): FieldError {
  const [field, rule] = name.split('.')
  return { field, rule, message: en(`problems.${name}`, meta), ...(meta && { meta }) }
}

/** The catalogue's message for a field and a rule, else for the field; null: there is none. */
export function messageFor({ field, rule, meta }: Omit<FieldError, 'message'>): Message | null {
  const name = [`${field}.${rule}`, field].find((it) => isMessageKey(`problems.${it}`))
  return name === undefined ? null : { key: `problems.${name}` as MessageKey, params: meta }
}

function toRule({ type, min = 0, max = 0, default: value }: (typeof DEFINITIONS)[0][1]) {
  const rules: Record<typeof type, () => SchemaTypes & { nullable(): SchemaTypes }> = {
    text: () => text(max),
    password: () => text(max),
    host: () => text(max).use(hostName()),
    email: emailRule,
    integer: () => vine.number().range([min, max]).withoutDecimals(),
    boolean: () => vine.boolean(),
  }
  const rule = rules[type]()
  return value === null ? rule.nullable() : rule
}

function toFlags(encryption: Encryption): ConfigValues {
  const { useTls, useSsl } = encryptionFlags(encryption)
  return { use_tls: useTls, use_ssl: useSsl }
}

function normalizeValue(column: string, value: unknown) {
  if (typeof value !== 'string' || column === 'password') {
    return value === '' ? null : value
  }
  return trim(value) || null
}

/**
 * Blanks only: a line break is refused wherever it stands. The look-behind keeps the time proportional
 * to the length.
 */
function trim(value: string) {
  return value.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '')
}

function refineHostError(error: FieldError, { host }: ConfigValues): FieldError {
  const isHostError = error.field === 'host' && error.rule === 'hostName'
  return isHostError && typeof host === 'string' ? fieldError(`host.${hostRule(host)}`) : error
}

function crossFieldErrors(values: ConfigValues): FieldError[] {
  const found = [
    values.use_tls && values.use_ssl && fieldError('encryption.oneEncryption'),
    values.password && !values.username && fieldError('username.credentials'),
    values.username && !values.password && fieldError('password.credentials'),
  ]
  return found.filter((it): it is FieldError => Boolean(it))
}
