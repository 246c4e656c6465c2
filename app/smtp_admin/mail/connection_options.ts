import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool'
import type { Candidate } from '../resolution/candidate.js'

/** Connections to one server at the same time, per process. */
const MAX_CONNECTIONS = 5

/**
 * The options of every connection to this server, real or test. STARTTLS means required, no
 * encryption means none, and with credentials nothing is sent before a login has succeeded, offered
 * or not: nodemailer would otherwise send in clear, or without logging in.
 *
 * @throws E_SMTP_PASSWORD_UNREADABLE
 */
export function connectionOptions(candidate: Candidate): SMTPPoolOptions {
  const timeoutMs = candidate.timeout * 1000
  return {
    pool: true,
    host: candidate.host,
    port: candidate.port,
    name: candidate.ehloName ?? undefined,
    secure: candidate.encryption === 'tls',
    requireTLS: candidate.encryption === 'starttls',
    ignoreTLS: candidate.encryption === 'none',
    tls: { rejectUnauthorized: candidate.verifyCertificate },
    ...credentials(candidate),
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    maxConnections: MAX_CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
    maxRequeues: 1,
  }
}

function credentials({ username, password }: Candidate): SMTPPoolOptions {
  if (username === null || password === null) {
    return {}
  }
  return { auth: { user: username, pass: password.release() }, forceAuth: true }
}
