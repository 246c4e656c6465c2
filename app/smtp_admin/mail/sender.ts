import type { MailerConfig, NodeMailerMessage, Recipient } from '@adonisjs/mail/types'
import addressparser from 'nodemailer/lib/addressparser'
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
 * config/mail.ts. A candidate that has only a name puts it before the address that comes next.
 * Reply-To likewise; it may stay empty.
 *
 * @throws E_NO_SENDER
 */
export function withSender(
  message: NodeMailerMessage,
  candidate: Candidate,
  defaults: SenderDefaults
): NodeMailerMessage {
  const { from: own } = message
  const isNamed = own && !isBlank(own) && !isSame(own, defaults.mailConfig.from)
  const from = isNamed ? own : defaultSender(candidate, defaults)
  if (!from) {
    throw new E_NO_SENDER([describeCandidate(candidate)])
  }
  return { ...message, from, replyTo: replyTo(message, candidate, defaults) }
}

/** The address that a message goes out from when it names none; null: there is none. */
export function senderAddress(candidate: Candidate, defaults: SenderDefaults): string | null {
  const sender = defaultSender(candidate, defaults)
  return sender && named(sender).address
}

/** The sender of messages that name none. */
function defaultSender(
  { fromEmail, fromName }: Candidate,
  { environment, mailConfig }: SenderDefaults
): Recipient | null {
  if (fromEmail) {
    return { address: fromEmail, name: fromName ?? '' }
  }
  const next = environment.fromEmail
    ? { address: environment.fromEmail, name: environment.fromName ?? '' }
    : mailConfig.from
  return next && fromName ? { ...named(next), name: fromName } : (next ?? null)
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

/** Without an address it is no sender, as in a mail class whose `from` is an empty variable. */
function isBlank(recipient: Recipient): boolean {
  return !named(recipient).address
}

function isSame(one: Recipient, other: Recipient | undefined): boolean {
  if (!other) {
    return false
  }
  const [a, b] = [one, other].map(named)
  return a.address === b.address && (a.name ?? '') === (b.name ?? '')
}

/** A recipient in its two parts; a text may hold both, as in `Order desk <desk@example.com>`. */
function named(recipient: Recipient): { address: string; name: string } {
  if (typeof recipient !== 'string') {
    return recipient
  }
  const [parsed] = addressparser(recipient, { flatten: true })
  return parsed ?? { address: '', name: '' }
}
