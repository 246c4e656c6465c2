import { USUAL_PORTS, toEncryption } from '../models/encryption.js'
import type { FieldError } from '../models/config_validator.js'
import type { Message } from '../i18n/types.js'
import type { RedactedFallback } from '../types/main.js'
import {
  DEFAULTS,
  FIELDS,
  type FieldValues,
  SENDING_FIELDS,
  type SendingField,
} from '../models/config_fields.js'
import { type Candidate, toCandidate } from './candidate.js'

/** The environment's server, or why there is none. */
export interface Environment {
  candidate: Candidate | null
  reason: Message
  /** Whether there are settings that cannot be used, as against none at all. */
  isBroken: boolean
  /** The sender for candidates that have none of their own. */
  fromEmail: string | null
  fromName: string | null
}

/** The variable that each column of the environment's server comes from. */
export const ENVIRONMENT_VARIABLES: Record<string, string> = {
  host: 'SMTP_HOST',
  port: 'SMTP_PORT',
  username: 'SMTP_USERNAME',
  password: 'SMTP_PASSWORD',
  encryption: 'SMTP_USE_TLS, SMTP_USE_SSL',
  timeout: 'SMTP_TIMEOUT',
  from_email: 'MAIL_FROM_ADDRESS',
  from_name: 'MAIL_FROM_NAME',
}

/** Reads the environment's server under the same rules as a configuration of the database. */
export async function readEnvironment(fallback: RedactedFallback): Promise<Environment> {
  const sender = {
    fromEmail: fallback.from?.address ?? null,
    fromName: fallback.from?.name ?? null,
  }
  if (!fallback.host) {
    const reason: Message = { key: 'resolution.environmentNone' }
    return { ...sender, candidate: null, reason, isBroken: false }
  }
  try {
    const candidate = await checkFallback(fallback)
    const server = `${candidate.host}:${candidate.port}`
    const reason: Message = { key: 'resolution.environmentServer', params: { server } }
    return { ...sender, candidate, reason, isBroken: false }
  } catch (error) {
    const problems = await problemsOf(error)
    const reason: Message = { key: 'resolution.environmentUnusable', params: { problems } }
    return { ...sender, candidate: null, reason, isBroken: true }
  }
}

/** The environment's settings as the columns of a configuration. */
export function environmentValues(fallback: RedactedFallback) {
  const flags = { useTls: fallback.useTls ?? false, useSsl: fallback.useSsl ?? false }
  return {
    host: fallback.host,
    port: fallback.port ?? USUAL_PORTS[toEncryption(flags)],
    use_tls: flags.useTls,
    use_ssl: flags.useSsl,
    username: fallback.username ?? null,
    password: fallback.password?.release() ?? null,
    from_email: fallback.from?.address ?? null,
    from_name: fallback.from?.name ?? null,
    timeout: fallback.timeout ?? 10,
  }
}

async function checkFallback(fallback: RedactedFallback): Promise<Candidate> {
  const { validate } = await import('../models/config_validator.js')
  const values = await validate({
    ...DEFAULTS,
    ...environmentValues(fallback),
    name: 'Environment',
    is_active: true,
  })
  const byName = Object.fromEntries(
    SENDING_FIELDS.map((name) => [name, values[FIELDS[name].column]])
  ) as Pick<FieldValues, SendingField>
  const environment = toCandidate(
    { ...byName, id: 'environment', revision: 0 },
    null,
    fallback.password
  )
  return { ...environment, source: 'environment', settingsHash: '' }
}

/** What is wrong with each variable; anything but a refusal is thrown on. */
async function problemsOf(error: unknown): Promise<Message[]> {
  const { errors } = await import('@vinejs/vine')
  const { messageFor } = await import('../models/config_validator.js')
  if (!(error instanceof errors.E_VALIDATION_ERROR)) {
    throw error
  }
  const problems: FieldError[] = error.messages
  return problems.map((found) => {
    const variable = ENVIRONMENT_VARIABLES[found.field] ?? found.field
    const problem = messageFor(found) ?? found.message
    return { key: 'resolution.environmentProblem', params: { variable, problem } }
  })
}
