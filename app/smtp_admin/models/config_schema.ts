import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { CatalogueMessages } from './catalogue_messages.js'
import { isHost } from './server_address.js'

/**
 * NUL, CR and LF would go straight into a command of the SMTP dialogue (RFC 5321, section 4.1.1). The
 * separators and the characters that turn the direction of writing would make a line of a log or a
 * terminal say something else.
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
const host = () => text(255).use(hostName())
const email = () => text(254).email({ require_tld: false, allow_utf8_local_part: true })
const whole = (min: number, max: number) => vine.number().range([min, max]).withoutDecimals()

/** What a row may hold, by column name. The database refuses the worst of it once more. */
export const configSchema = vine.create({
  scope: text(100),
  name: text(100),
  host: host(),
  port: whole(1, 65535),
  use_tls: vine.boolean(),
  use_ssl: vine.boolean(),
  username: text(255).nullable(),
  password: text(1000).nullable(),
  from_email: email().nullable(),
  from_name: text(255).nullable(),
  reply_to: email().nullable(),
  timeout: whole(1, 300),
  is_active: vine.boolean(),
  fallback_order: whole(1, 1000).nullable(),
  verify_certificate: vine.boolean(),
  ehlo_name: host().nullable(),
  rate_limit_per_minute: whole(1, 1_000_000).nullable(),
  notes: text(500).nullable(),
})

/** Why something was done: a line for the history, by the rules of the notes. */
export const reasonSchema = vine.create({ reason: text(500) })

const messages = new CatalogueMessages()
configSchema.messagesProvider = messages
reasonSchema.messagesProvider = messages
