import { errors } from '@vinejs/vine'
import type { DatabaseTransport } from '../delivery/database_transport.js'
import { checkConnection } from '../delivery/check_connection.js'
import { E_SMTP_PASSWORD_UNREADABLE } from '../errors.js'
import { type Problem, checkValues } from '../models/check_values.js'
import { encryptionFlags } from '../models/encryption.js'
import type { Candidate } from '../resolution/candidate.js'

/** How one check ended: `detail` says what was found, or what failed and how. */
export interface CheckResult {
  ok: boolean
  detail: string
}

/** What to check, and with what. */
export interface Checks {
  candidate: Candidate
  transport: DatabaseTransport
  /** Seconds for the connection. */
  deadline: number
  /** Where to send a test message; without it none is sent. */
  testEmail?: string
}

export type CheckName = 'settings' | 'connection' | 'testEmail'

/** Runs the checks in their order and stops at the first that fails, telling each as it ends. */
export async function validate(
  checks: Checks,
  tell: (name: CheckName, result: CheckResult) => void
): Promise<boolean> {
  const steps: [CheckName, () => Promise<string>][] = [
    ['settings', () => checkSettings(checks.candidate)],
    ['connection', () => connect(checks)],
  ]
  if (checks.testEmail) {
    steps.push(['testEmail', () => sendTestEmail(checks, checks.testEmail!)])
  }

  for (const [name, run] of steps) {
    const result = await resultOf(run)
    tell(name, result)
    if (!result.ok) {
      return false
    }
  }
  return true
}

async function checkSettings(candidate: Candidate): Promise<string> {
  const { source, name, host, port, username, password, timeout, encryption } = candidate
  if (password && !password.isReadable()) {
    throw new E_SMTP_PASSWORD_UNREADABLE([name])
  }
  const { useTls, useSsl } = encryptionFlags(encryption)
  await checkValues({
    ...{ scope: source, name, host, port, username, timeout, is_active: true },
    ...{ use_tls: useTls, use_ssl: useSsl, verify_certificate: candidate.verifyCertificate },
    ...{ from_email: candidate.fromEmail, from_name: candidate.fromName },
    ...{ reply_to: candidate.replyTo, ehlo_name: candidate.ehloName, notes: null },
    ...{ fallback_order: null, rate_limit_per_minute: null },
    password: password && '[sealed]',
  })
  return 'SMTP configuration looks valid'
}

async function connect({ candidate, deadline }: Checks): Promise<string> {
  await checkConnection(candidate, deadline)
  const { host, port, encryption, username } = candidate
  const encrypted = { none: 'without encryption', starttls: 'with STARTTLS', tls: 'with TLS' }
  const login = username ? `, logged in as ${username}` : ''
  return `Connected to ${host}:${port} ${encrypted[encryption]}${login}`
}

async function sendTestEmail({ candidate, transport }: Checks, to: string): Promise<string> {
  await transport.sendThrough(candidate, {
    to: [to],
    subject: `Test email through ${candidate.name}`,
    text: `This message was sent to try out the SMTP configuration "${candidate.name}" (${candidate.host}:${candidate.port}). If you can read it, the configuration works.`,
  })
  return `Test email sent successfully to ${to}`
}

async function resultOf(run: () => Promise<string>): Promise<CheckResult> {
  try {
    return { ok: true, detail: await run() }
  } catch (error) {
    return { ok: false, detail: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.E_VALIDATION_ERROR) {
    return (error.messages as Problem[])
      .map(({ field, message }) => `${field}: ${message}`)
      .join(' ')
  }
  const { code, message } = error as { code?: string; message: string }
  return code ? `${message} [${code}]` : message
}
