import { isMessageKey, joinSentences } from '../i18n/format.js'
import type { Message, MessageKey, Translator, MessageParams } from '../i18n/types.js'
import { messageFor } from '../models/config_validator.js'
import type {
  Advice,
  Correction,
  Finding,
  Stage,
  StageName,
  StageState,
  Verdict,
} from '../models/test_report.js'
import type { Candidate } from '../resolution/candidate.js'
import { certificateMessage } from './certificate.js'
import { TIMEOUT, isNotOffered, type StageFailure } from './stage_failure.js'

/** One character per state. Always shown next to the state in words. */
export const STATE_MARKS: Record<StageState, string> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  not_reached: '○',
  cancelled: '■',
}

export interface FormattedAdvice {
  cause: string
  steps: string[]
}

export function stageTitle(translate: Translator, name: StageName): string {
  return translate(`stages.title.${name}`)
}

/** What was found in a stage, or by the lookup of a DNS record. */
export function formatMessages(
  translate: Translator,
  { messages }: Pick<Stage | Finding, 'messages'>
): string {
  return joinSentences(translate, messages)
}

/** As in “Does not work: login failed”. */
export function formatVerdict(
  translate: Translator,
  verdict: Verdict,
  stages: Pick<Stage, 'name' | 'state'>[]
): string {
  const failed = stages.find(({ state }) => state === 'failed')
  return translate(`stages.verdict.${verdict === 'failed' && failed ? failed.name : verdict}`)
}

export function formatAdvice(translate: Translator, { rule, params }: Advice): FormattedAdvice {
  const steps: string[] = []
  for (let number = 1; isMessageKey(`advice.${rule}.step${number}`); number++) {
    steps.push(translate(`advice.${rule}.step${number}` as MessageKey, params))
  }
  return { cause: translate(causeKey(rule, params), params), steps }
}

/** A cause that names an unknown parameter is replaced by one that does not name it. */
function causeKey(rule: Advice['rule'], params: MessageParams): MessageKey {
  const isKnown = (name: string) => params[name] !== null
  const variants = [
    Object.keys(params).every(isKnown) && `advice.${rule}.cause`,
    isKnown('sender') && `advice.${rule}.cause_anonymous`,
    `advice.${rule}.cause_unnamed`,
  ]
  return variants.filter((key) => key !== false).find(isMessageKey) ?? `advice.${rule}.cause`
}

/** As in “Try port 465 with TLS”. */
export function formatCorrection(translate: Translator, correction: Correction): string {
  return joinSentences(translate, correctionMessages(correction))
}

function correctionMessages({
  host,
  port,
  encryption,
  username,
  fromEmail,
}: Correction): Message[] {
  const messages: (Message | false)[] = [
    host !== undefined && { key: 'stages.try.host', params: { host } },
    port !== undefined && {
      key: encryption ? `stages.try.port_${encryption}` : 'stages.try.port',
      params: { port },
    },
    port === undefined && encryption !== undefined && { key: `stages.try.${encryption}` },
    username === null && { key: 'stages.try.no_username' },
    typeof username === 'string' && { key: 'stages.try.username', params: { username } },
    Boolean(fromEmail) && { key: 'stages.try.from', params: { address: fromEmail } },
  ]
  return messages.filter((message) => message !== false)
}

/** What went wrong, in the server's own words if it replied. */
export function failureMessages(failure: StageFailure, candidate: Candidate): Message[] {
  const { kind, status, text, certificate, problems } = failure
  if (status !== null) {
    return [{ key: replyKey(failure), params: { answer: text } }]
  }
  if (TIMEOUT.test(kind)) {
    return [{ key: timeoutKey(failure), params: { count: candidate.timeout } }]
  }
  if (problems.length > 0) {
    return problems.map((problem) => messageFor(problem) ?? verbatim(problem.message))
  }
  const { name, host, port } = candidate
  const key = KINDS[kind]
  const message: Message = key ? { key, params: { name, host, port } } : errorMessage(text || kind)
  return certificate ? [message, certificateMessage(certificate)] : [message]
}

function replyKey(failure: StageFailure): MessageKey {
  if (!isNotOffered(failure)) {
    return 'failures.answered'
  }
  return failure.stage === 'tls' ? 'failures.answered.no_starttls' : 'failures.answered.no_login'
}

function timeoutKey({ stage }: StageFailure): MessageKey {
  switch (stage) {
    case 'lookup':
    case 'connect':
    case 'greeting':
    case 'tls':
      return `failures.late.${stage}`
    default:
      return 'failures.late'
  }
}

/** OpenSSL puts its reason between the names of its source files. */
function errorMessage(text: string): Message {
  const [, reason] = /^[0-9A-F]+:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/.exec(text) ?? []
  return reason ? { key: 'failures.tls_failed_for', params: { reason } } : verbatim(text)
}

function verbatim(text: string): Message {
  return { key: 'stages.verbatim', params: { text } }
}

const KINDS: Record<string, MessageKey> = {
  E_SMTP_PASSWORD_UNREADABLE: 'failures.password_unreadable',
  EDNS: 'failures.no_name_or_dns',
  ENOTFOUND: 'failures.no_name',
  ENODATA: 'failures.no_name',
  EAI_AGAIN: 'failures.no_dns',
  ESERVFAIL: 'failures.no_dns',
  EREFUSED: 'failures.no_dns',
  ECONNREFUSED: 'failures.refused',
  EHOSTUNREACH: 'failures.no_way',
  ENETUNREACH: 'failures.no_way',
  EADDRNOTAVAIL: 'failures.no_way',
  ECONNRESET: 'failures.cut',
  EPIPE: 'failures.cut',
  ECONNECTION: 'failures.closed',
  EWANTSTLS: 'failures.waits_for_tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'failures.no_tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'failures.no_tls',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'failures.old_tls',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'failures.old_tls',
  ERR_SSL_DH_KEY_TOO_SMALL: 'failures.old_tls',
  ETLS: 'failures.tls_failed',
  CERT_HAS_EXPIRED: 'failures.certificate_expired',
  CERT_NOT_YET_VALID: 'failures.certificate_not_yet_valid',
  CERT_REVOKED: 'failures.certificate_revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'failures.certificate_for_another',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'failures.certificate_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'failures.certificate_unknown_issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'failures.certificate_without_chain',
  UNABLE_TO_GET_ISSUER_CERT: 'failures.certificate_unknown_issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'failures.certificate_unknown_issuer',
}
