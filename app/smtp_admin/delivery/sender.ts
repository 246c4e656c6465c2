import type { MailerConfig, NodeMailerMessage, Recipient } from '@adonisjs/mail/types'
import { E_NO_SENDER } from '../errors.js'
import { type Candidate, describeCandidate } from '../resolution/candidate.js'
import type { Environment } from '../resolution/environment.js'

/** The senders that apply when the message and the candidate have none. */
export interface SenderDefaults {
  environment: Pick<Environment, 'fromEmail' | 'fromName'>
  /**
   * The `from` and `replyTo` of config/mail.ts. The mailer puts them on every message before the
   * transport sees it, so a message that carries exactly these is taken to have named none itself.
   */
  mailConfig: Pick<MailerConfig, 'from' | 'replyTo'>
}

/**
 * The message with its sender: its own, else the candidate's, else the environment's, else that of
 * config/mail.ts. Reply-To likewise; it may stay empty.
 *
 * @throws E_NO_SENDER
 */
export function withSender(
  message: NodeMailerMessage,
  candidate: Candidate,
  defaults: SenderDefaults
): NodeMailerMessage {
  const from =
    unless(message.from, defaults.mailConfig.from) ??
    storedSender(candidate, defaults.environment) ??
    defaults.mailConfig.from
  if (!from) {
    throw new E_NO_SENDER([describeCandidate(candidate)])
  }
  return { ...message, from, replyTo: replyTo(message, candidate, defaults) }
}

function storedSender(
  candidate: Candidate,
  environment: SenderDefaults['environment']
): Recipient | null {
  const address = candidate.fromEmail ?? environment.fromEmail
  const name = candidate.fromName ?? (candidate.fromEmail ? null : environment.fromName)
  return address ? { address, name: name ?? '' } : null
}

function replyTo(
  { replyTo: own }: NodeMailerMessage,
  candidate: Candidate,
  { mailConfig }: SenderDefaults
) {
  const isDefault = own?.length === 1 && isSame(own[0], mailConfig.replyTo)
  if (own && !isDefault) {
    return own
  }
  return candidate.replyTo ? [candidate.replyTo] : own
}

function unless(own: Recipient | undefined, fallback: Recipient | undefined) {
  return own && !isSame(own, fallback) ? own : null
}

function isSame(one: Recipient, other: Recipient | undefined): boolean {
  if (!other) {
    return false
  }
  const [a, b] = [one, other].map((recipient) =>
    typeof recipient === 'string' ? { address: recipient, name: '' } : recipient
  )
  return a.address === b.address && (a.name ?? '') === (b.name ?? '')
}
