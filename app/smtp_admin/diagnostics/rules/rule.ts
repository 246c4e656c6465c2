import type { MessageParams } from '../../i18n/types.js'
import type { Correction, RuleName, StageName } from '../../models/test_report.js'
import type { Encryption } from '../../types/main.js'
import { type StageFailure, isNotOffered } from '../stage_failure.js'

/** Explains one kind of failure. Every condition that it names must hold. */
export interface Rule {
  /** Also the area of its messages: `advice.<name>.cause`, `advice.<name>.step1`… */
  name: RuleName
  stage?: readonly StageName[]
  kind?: RegExp
  /** The server's reply code. */
  status?: RegExp
  /** The enhanced status code of the reply. */
  enhanced?: RegExp
  text?: RegExp
  host?: RegExp
  port?: readonly number[]
  encryption?: readonly Encryption[]
  /** Requires that the server does not announce the extension that the settings need. */
  notOffered?: true
  when?: (failure: StageFailure) => boolean
  /** The parameters of its messages; null: a parameter that is not known. */
  params?: (failure: StageFailure) => MessageParams
  /** Settings that would fix the failure; null: none can be named. */
  correction?: (failure: StageFailure) => Correction | null
}

export function matches(rule: Rule, failure: StageFailure): boolean {
  const { stage, kind, status, enhanced, text, settings } = failure
  return (
    includes(rule.stage, stage) &&
    accepts(rule.kind, kind) &&
    accepts(rule.status, status) &&
    accepts(rule.enhanced, enhanced) &&
    accepts(rule.text, text) &&
    accepts(rule.host, settings.host) &&
    includes(rule.port, settings.port) &&
    includes(rule.encryption, settings.encryption) &&
    (!rule.notOffered || isNotOffered(failure)) &&
    (rule.when?.(failure) ?? true)
  )
}

function includes<T>(values: readonly T[] | undefined, value: T): boolean {
  return !values || values.includes(value)
}

function accepts(pattern: RegExp | undefined, value: string | number | null): boolean {
  return !pattern || (value !== null && pattern.test(String(value)))
}

/** The stages in which the server replies. */
export const SESSION: readonly StageName[] = [
  'greeting',
  'ehlo',
  'tls',
  'authentication',
  'sender',
  'recipient',
  'message',
]

/** The stages after authentication. */
export const ENVELOPE: readonly StageName[] = ['sender', 'recipient', 'message']

export const LOCALHOST = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1)$/i

export function endpoint({ settings: { host, port } }: StageFailure) {
  return { host, port }
}

export function sender({ settings: { fromEmail } }: StageFailure) {
  return { sender: fromEmail }
}

export function account({ settings: { fromEmail, username } }: StageFailure) {
  return { sender: fromEmail, username }
}
