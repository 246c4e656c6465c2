import type { Exception } from '@adonisjs/core/exceptions'
import { E_SMTP_DELIVERY_FAILED } from '../errors.js'
import { type Candidate, describeCandidate } from '../resolution/candidate.js'
import { toSingleLine } from '../sanitize.js'
import type { Redactor } from '../secrets/redactor.js'

/** The properties of nodemailer's errors that are read. */
interface SmtpError {
  message: string
  code?: string
  originalCode?: string
  command?: string
  responseCode?: number
  response?: string | false
}

/** What is known of a failure, under nodemailer's names. */
export interface DeliveryFailure {
  /** EAUTH, EDNS, ESOCKET, ETIMEDOUT, ETLS, EENVELOPE, EMESSAGE, EABORT, … */
  kind: string
  /** The SMTP command that failed: CONN, EHLO, STARTTLS, AUTH PLAIN, MAIL FROM, RCPT TO, DATA. */
  command: string | null
  /** The server's reply code, if it replied. */
  responseCode: number | null
  /** The server's reply, on one line and redacted, if it replied. */
  response: string | null
  /** The message of nodemailer, Node or OpenSSL, on one line and redacted. */
  reason: string
}

const MAX_TEXT_LENGTH = 300

/**
 * Converts nodemailer's error: named, bounded, without control characters and without the password.
 *
 * @param redactor removes the password from the server's words
 */
export function toDeliveryError(
  error: unknown,
  candidate: Candidate,
  redactor: Redactor
): Exception & DeliveryFailure {
  const { message, code, originalCode, command, responseCode, response } = error as SmtpError
  const kind = originalCode ?? code ?? 'EUNKNOWN'
  const toText = (text: string) => toSingleLine(redactor.redact(text), MAX_TEXT_LENGTH)
  const failure: DeliveryFailure = {
    kind,
    command: command ?? null,
    responseCode: responseCode ?? null,
    response: response ? toText(response) : null,
    reason: toText(message),
  }
  const codes = [kind, command].filter(Boolean).join(', ')
  const text = `${failure.reason} (${codes}).`
  return Object.assign(new E_SMTP_DELIVERY_FAILED([describeCandidate(candidate), text]), failure)
}
