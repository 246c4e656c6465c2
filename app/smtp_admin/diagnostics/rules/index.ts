import type { DeliveryFailure } from '../../mail/delivery_error.js'
import type { Advice, StageName } from '../../models/test_report.js'
import { isCertificateError } from '../certificate.js'
import {
  TIMEOUT,
  type ServerSettings,
  type StageFailure,
  toStageFailure,
} from '../stage_failure.js'
import { AUTHENTICATION_RULES } from './authentication.js'
import { CONNECTION_RULES, SESSION_RULES } from './connection.js'
import { ENVELOPE_RULES } from './envelope.js'
import { type Rule, SESSION, endpoint, matches } from './rule.js'
import { TLS_RULES } from './tls.js'

/** Every stage has a fallback, so every failure has advice. */
const FALLBACK_RULES: Rule[] = [
  {
    name: 'service-closing',
    stage: SESSION,
    status: /^421$/,
  },
  {
    name: 'temporary-failure',
    stage: SESSION,
    status: /^4/,
  },
  {
    name: 'response-timeout',
    stage: SESSION,
    kind: TIMEOUT,
  },
  {
    name: 'connection-closed',
    stage: SESSION,
    kind: /^(ECONNECTION|ECONNRESET|EPIPE|ECONNABORTED|ETLS)$/,
  },
  {
    name: 'protocol-error',
    stage: SESSION,
    kind: /^EPROTOCOL$/,
    when: ({ status }) => status === null || status < 400,
  },
  {
    name: 'fallback-settings',
    stage: ['settings'],
  },
  {
    name: 'fallback-lookup',
    stage: ['lookup'],
    params: endpoint,
  },
  {
    name: 'fallback-connect',
    stage: ['connect'],
  },
  {
    name: 'fallback-greeting',
    stage: ['greeting'],
  },
  {
    name: 'fallback-ehlo',
    stage: ['ehlo'],
  },
  {
    name: 'fallback-tls',
    stage: ['tls'],
  },
  {
    name: 'fallback-authentication',
    stage: ['authentication'],
  },
  {
    name: 'fallback-sender',
    stage: ['sender'],
  },
  {
    name: 'fallback-recipient',
    stage: ['recipient'],
  },
  {
    name: 'fallback-message',
    stage: ['message'],
  },
]

/** All rules, the most specific first: the first that matches a failure explains it. */
export const RULES: readonly Rule[] = [
  ...CONNECTION_RULES,
  ...TLS_RULES,
  ...SESSION_RULES,
  ...AUTHENTICATION_RULES,
  ...ENVELOPE_RULES,
  ...FALLBACK_RULES,
]

export function findRule(failure: StageFailure): Rule | null {
  return RULES.find((rule) => matches(rule, failure)) ?? null
}

/** What a failure means and what to do about it. */
export function findAdvice(failure: StageFailure): Advice | null {
  const rule = findRule(failure)
  return (
    rule && {
      rule: rule.name,
      params: rule.params?.(failure) ?? {},
      correction: rule.correction?.(failure) ?? null,
    }
  )
}

/**
 * What the failure of a send means and what to do about it, by the rules that explain failed tests.
 *
 * @param settings of the server that was used
 */
export function explainFailure(error: DeliveryFailure, settings: ServerSettings): Advice | null {
  return findAdvice(toStageFailure(error, failedStage(error), settings, null))
}

/** The stage that a command belongs to. Nodemailer names CONN for all that precedes EHLO. */
function failedStage({ command, kind, response, reason }: DeliveryFailure): StageName {
  switch (command?.split(' ')[0]) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return 'ehlo'
    case 'STARTTLS':
      return 'tls'
    case 'AUTH':
      return 'authentication'
    case 'MAIL':
      return 'sender'
    case 'RCPT':
      return 'recipient'
    case 'DATA':
      return 'message'
  }
  if (/^(EDNS|ENOTFOUND|ENODATA|EAI_)/.test(kind)) {
    return 'lookup'
  }
  if (isCertificateError(kind) || /^(ERR_SSL_|ERR_TLS_|ETLS$)/.test(kind)) {
    return 'tls'
  }
  const isGreeting = response !== null || kind === 'EPROTOCOL' || /greeting/i.test(reason)
  return isGreeting ? 'greeting' : 'connect'
}
