import type { Exception } from '@adonisjs/core/exceptions'
import { E_SMTP_DELIVERY_FAILED } from '../errors.js'
import { type Candidate, describeCandidate } from '../resolution/candidate.js'
import { plainLine } from '../sanitize.js'
import { type SecretMask, maskOf } from '../secrets/redactor.js'
import { FAILURE_HINTS } from './failure_hints.js'

/** What is read of nodemailer's errors. */
interface SmtpError {
  message: string
  code?: string
  originalCode?: string
  command?: string
  responseCode?: number
  response?: string | false
}

/** The facts of a failure, for whoever handles it: nodemailer's names for them. */
export interface FailureFacts {
  /** EAUTH, EDNS, ESOCKET, ETIMEDOUT, ETLS, EENVELOPE, EMESSAGE, EABORT, … */
  kind: string
  /** The SMTP command that failed: CONN, EHLO, STARTTLS, AUTH PLAIN, MAIL FROM, RCPT TO, DATA. */
  command: string | null
  /** The server's reply code, if it replied. */
  responseCode: number | null
  /** What the server replied, in one line and without the password, if it replied. */
  response: string | null
  /** What nodemailer, Node or OpenSSL say of it, as a line like that. */
  reason: string
}

const LONGEST_TEXT = 300

/**
 * Nodemailer's error as ours: named, bounded, free of control characters and of the password.
 *
 * @param mask hides what else must not be shown
 */
export function describeFailure(
  error: unknown,
  candidate: Candidate,
  mask: SecretMask = maskOf(candidate.username, candidate.password)
): Exception & FailureFacts {
  const { message, code, originalCode, command, responseCode, response } = error as SmtpError
  const kind = originalCode ?? code ?? 'EUNKNOWN'
  const plain = (text: string) => plainLine(mask.apply(text), LONGEST_TEXT)
  const facts: FailureFacts = {
    kind,
    command: command ?? null,
    responseCode: responseCode ?? null,
    response: response ? plain(response) : null,
    reason: plain(message),
  }
  const where = [kind, command].filter(Boolean).join(', ')
  const hint = FAILURE_HINTS[kind] ?? FAILURE_HINTS[code ?? '']
  const text = [`${facts.reason} (${where}).`, hint].filter(Boolean).join(' ')
  return Object.assign(new E_SMTP_DELIVERY_FAILED([describeCandidate(candidate), text]), facts)
}
