import { toDeliveryError } from '../../../app/smtp_admin/mail/delivery_error.js'
import type { Capabilities } from '../../../app/smtp_admin/diagnostics/ehlo.js'
import {
  type StageFailure,
  toStageFailure,
} from '../../../app/smtp_admin/diagnostics/stage_failure.js'
import type { CertificateInfo, StageName } from '../../../app/smtp_admin/models/test_report.js'
import type { Candidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { Redactor } from '../../../app/smtp_admin/secrets/redactor.js'
import { candidateOf, candidateWithLogin } from '../smtp/candidates.js'

/** The failures that each rule explains. */
export type RuleCases = Record<string, StageFailure[]>

/** Nodemailer's code and command for a rejection in each stage. */
const REJECTIONS: Record<StageName, [code: string, command: string]> = {
  settings: ['ECONFIG', 'API'],
  lookup: ['EDNS', 'CONN'],
  connect: ['ESOCKET', 'CONN'],
  greeting: ['EPROTOCOL', 'CONN'],
  ehlo: ['EPROTOCOL', 'HELO'],
  tls: ['ETLS', 'STARTTLS'],
  authentication: ['EAUTH', 'AUTH PLAIN'],
  sender: ['EENVELOPE', 'MAIL FROM'],
  recipient: ['EENVELOPE', 'RCPT TO'],
  message: ['EMESSAGE', 'DATA'],
}

const CAPABILITIES: Capabilities = {
  startTls: true,
  authMethods: ['PLAIN', 'LOGIN'],
  size: 35_000_000,
}

interface FailureOptions extends Partial<Candidate> {
  capabilities?: Partial<Capabilities>
}

/** A failure with this reply, built by the code that reads nodemailer's errors. */
export function rejected(stage: StageName, reply: string, options: FailureOptions = {}) {
  const [code, command] = REJECTIONS[stage]
  const responseCode = Number(/^\d+/.exec(reply)?.[0]) || undefined
  return createFailure({ code, command, response: reply, responseCode }, stage, options)
}

/** A failure without a reply, with the error code of Node, OpenSSL or nodemailer. */
export function failed(stage: StageName, kind: string, options: FailureOptions = {}) {
  return createFailure({ code: 'ESOCKET', originalCode: kind, command: 'CONN' }, stage, options)
}

/** A rejected certificate with these names. */
export function rejectedCertificate(kind: string, names: string[], candidate = {}): StageFailure {
  const facts: CertificateInfo = {
    names,
    issuer: 'Let’s Encrypt, R11',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2026-04-01T00:00:00.000Z',
  }
  return { ...failed('tls', kind, candidate), certificate: facts }
}

function createFailure(
  facts: object,
  stage: StageName,
  { capabilities, ...settings }: FailureOptions
): StageFailure {
  const isAnonymous = 'username' in settings && settings.username === null
  const candidate = (isAnonymous ? candidateOf : candidateWithLogin)({
    fromEmail: 'no-reply@example.com',
    ...settings,
  })
  const redactor = Redactor.for(candidate.username, candidate.password)
  const error = toDeliveryError(Object.assign(new Error('It failed'), facts), candidate, redactor)
  return toStageFailure(error, stage, candidate, { ...CAPABILITIES, ...capabilities })
}
