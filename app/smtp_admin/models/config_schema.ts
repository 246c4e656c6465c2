import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { isHost } from './server_address.js'

/**
 * NUL, CR and LF would go straight into a command of the SMTP dialogue (RFC 5321, section 4.1.1). The
 * separators and the characters that turn the direction of writing would make a line of a log or a
 * terminal say something else.
 */
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

const singleLine = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string' && CONTROL_CHARACTERS.test(value)) {
    field.report('Remove the line break or control character from the {{ field }}.', 'line', field)
  }
})

const hostName = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string' && !isHost(value)) {
    field.report(
      'Enter only a host name or IP address as the {{ field }}, for example mail.example.com: no scheme, no path, no spaces.',
      'hostName',
      field
    )
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

const LABELS = {
  name: 'name',
  host: 'host',
  port: 'port',
  username: 'username',
  password: 'password',
  from_email: 'from address',
  from_name: 'from name',
  reply_to: 'reply-to address',
  timeout: 'timeout',
  fallback_order: 'fallback order',
  ehlo_name: 'EHLO name',
  rate_limit_per_minute: 'rate limit',
  notes: 'notes',
  reason: 'reason',
}

const messages = new SimpleMessagesProvider(
  {
    'reason.required': 'Enter the reason: the history keeps it.',
    'name.required': 'Enter a name, for example Primary Mail Server.',
    'host.required': 'Enter the host of the server, for example mail.example.com.',
    ...forEveryRule('port', 'Enter a port from 1 to 65535, for example 587.'),
    ...forEveryRule('timeout', 'Enter a timeout from 1 to 300 seconds, for example 10.'),
    'required': 'Enter the {{ field }}.',
    'string': 'Enter the {{ field }} as text.',
    'number': 'Enter the {{ field }} as a number.',
    'range': 'Enter a {{ field }} from {{ min }} to {{ max }}.',
    'withoutDecimals': 'Enter the {{ field }} as a whole number.',
    'email': 'Enter one e-mail address as the {{ field }}, for example no-reply@example.com.',
    'maxLength': 'Shorten the {{ field }} to {{ max }} characters.',
  },
  LABELS
)
configSchema.messagesProvider = messages
reasonSchema.messagesProvider = messages

function forEveryRule(field: string, message: string) {
  const rules = ['required', 'number', 'range', 'withoutDecimals']
  return Object.fromEntries(rules.map((rule) => [`${field}.${rule}`, message]))
}
