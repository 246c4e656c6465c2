import { errors } from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { configSchema, reasonSchema } from './config_schema.js'
import { type Problem, problem } from './problem.js'
import { hostReason, parseServerAddress } from './server_address.js'

export type { Problem } from './problem.js'

/** Values of a configuration by column name, as they were entered or read. */
export type ConfigValues = Record<string, unknown>

/** The same when every rule holds. */
export type CheckedValues = Infer<typeof configSchema>

/**
 * The values of a configuration, cleaned and checked: text trimmed, empty text made null, a pasted
 * address split into host and port. The password stays exactly as it was entered.
 *
 * @throws E_VALIDATION_ERROR with a message for every field that cannot be accepted
 */
export async function checkValues(entered: ConfigValues): Promise<CheckedValues> {
  const cleaned = cleanValues(entered)
  const [refusal, checked] = await configSchema.tryValidate(cleaned)
  const refused: Problem[] = refusal?.messages ?? []
  const problems = [...refused.map((it) => explained(it, entered)), ...contradictions(cleaned)]
  if (problems.length > 0 || !checked) {
    throw refuse(problems)
  }
  return checked
}

/**
 * A reason as the history keeps it.
 *
 * @throws E_VALIDATION_ERROR where there is none, or one that notes could not be
 */
export async function checkReason(entered: unknown): Promise<string> {
  const { reason } = await reasonSchema.validate(cleanValues({ reason: entered }))
  return reason
}

/** The error that every refused value ends in; AdonisJS answers it with status 422. */
export function refuse(problems: Problem[]) {
  return new errors.E_VALIDATION_ERROR(problems)
}

/** The values as they will be stored, whether acceptable or not: for showing them again. */
export function cleanValues(entered: ConfigValues): ConfigValues {
  const values = Object.fromEntries(
    Object.entries(entered).map(([field, value]) => [field, cleanValue(field, value)])
  )
  if (typeof values.host === 'string') {
    const { host, port } = parseServerAddress(values.host)
    return { ...values, host, port: port ?? values.port }
  }
  return values
}

function cleanValue(field: string, value: unknown) {
  if (typeof value !== 'string' || field === 'password') {
    return value === '' ? null : value
  }
  return trimBlanks(value) || null
}

/**
 * Blanks only: a line break is refused, not quietly removed, wherever it stands. The look behind
 * keeps the time in proportion to the length, whatever the text is.
 */
function trimBlanks(value: string) {
  return value.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '')
}

/** What is no host may be something else, which says more: a server for reading mail, two servers… */
function explained(found: Problem, { host }: ConfigValues): Problem {
  const isNoHost = found.field === 'host' && found.rule === 'hostName'
  return (isNoHost && typeof host === 'string' && hostReason(host)) || found
}

function contradictions(values: ConfigValues): Problem[] {
  const found = [
    values.use_tls && values.use_ssl && problem('encryption.oneEncryption'),
    values.password && !values.username && problem('username.credentials'),
    values.username && !values.password && problem('password.credentials'),
  ]
  return found.filter((it): it is Problem => Boolean(it))
}
