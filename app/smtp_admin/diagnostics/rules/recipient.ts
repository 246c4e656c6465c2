import type { AdviceRow } from '../advice.js'
import { isUnknownRecipient } from '../stage_failure.js'
import { ENVELOPE } from './places.js'

const RELAY =
  /relay(ing)? .{0,40}(denied|not permitted|not allowed|prohibited|forbidden|refused|disabled|disallowed|restricted)|(unable|not (permitted|allowed|authori[sz]ed)|do not|does not|don't|cannot|will not|no) .{0,20}relay|rejected relay|(that|this) domain isn't in my list|not (a |one of )?(our |my )?(local|gateway)/i

/** The recipient, and how much may be sent. */
export const RECIPIENT: AdviceRow[] = [
  {
    name: 'relay-without-login',
    stage: ENVELOPE,
    text: RELAY,
    when: ({ settings }) => settings.username === null,
  },
  {
    name: 'relay-denied',
    stage: ENVELOPE,
    text: RELAY,
  },
  {
    name: 'sending-limit',
    stage: [...ENVELOPE, 'authentication'],
    when: ({ text, enhanced }) =>
      enhanced === '5.4.5' ||
      /throttl|(daily|hourly|sending|send|message|messages|mail|rate) (user )?(sending |message |mail |rate )?(limit|quota)|sending rate|max(imum)? (number of )?(e-?mails|messages|mails|recipients) per|too many (messages|e-?mails|mails|recipients)|\bper (hour|day|minute)\b|ratelimit/i.test(
        text
      ),
  },
  {
    name: 'greylisted',
    stage: ENVELOPE,
    status: /^4/,
    when: ({ text, enhanced, status }) =>
      /gr[ae]y-?list|postgrey|deferred|try again (in|after) \d+|come back/i.test(text) ||
      (enhanced === '4.7.1' && (status === 450 || status === 451) && /try again|later/i.test(text)),
  },
  {
    name: 'mailbox-full',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^[45]\.2\.2$/.test(enhanced ?? '') ||
      /mailbox (is )?full|over ?quota|quota (is )?exceeded|exceeded .{0,30}(storage|quota)|insufficient (disk|mailbox) space/i.test(
        text
      ),
  },
  {
    name: 'recipient-unknown',
    stage: ['recipient', 'message'],
    when: isUnknownRecipient,
  },
]
