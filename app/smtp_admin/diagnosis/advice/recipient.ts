import type { AdviceRow } from '../advice.js'
import type { StageFailure } from '../stage_failure.js'
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
    cause:
      'The server does not pass mail on to other domains (relay) for somebody who is not logged in, and no username is set.',
    steps: [
      'Enter a username and a password.',
      'If the server is a relay of your own network without logins, let it take mail from the address of this machine.',
    ],
  },
  {
    name: 'relay-denied',
    stage: ENVELOPE,
    text: RELAY,
    cause:
      'The server does not pass mail on to other domains (relay) for this account, although the login passed.',
    steps: [
      'Use the server for outgoing mail (SMTP) of your provider, not the one that takes mail for your domain (MX).',
      'Set the from address to the one of the account: some servers pass on only that.',
      'Ask the provider whether the account may send to other domains.',
    ],
  },
  {
    name: 'sending-limit',
    stage: [...ENVELOPE, 'login'],
    when: ({ text, enhanced }) =>
      enhanced === '5.4.5' ||
      /throttl|(daily|hourly|sending|send|message|messages|mail|rate) (user )?(sending |message |mail |rate )?(limit|quota)|sending rate|max(imum)? (number of )?(e-?mails|messages|mails|recipients) per|too many (messages|e-?mails|mails|recipients)|\bper (hour|day|minute)\b|ratelimit/i.test(
        text
      ),
    cause: 'More was sent than the provider allows in this time, so it takes nothing for a while.',
    steps: [
      'Wait: limits are mostly counted by the hour or by the day.',
      'Send less at once, or ask the provider for a higher limit.',
      'If you did not send much, look for an app or a person that uses the same account.',
    ],
  },
  {
    name: 'greylisted',
    stage: ENVELOPE,
    status: /^4/,
    when: ({ text, enhanced, status }) =>
      /gr[ae]y-?list|postgrey|deferred|try again (in|after) \d+|come back/i.test(text) ||
      (enhanced === '4.7.1' && (status === 450 || status === 451) && /try again|later/i.test(text)),
    cause:
      'The server does not know this sender yet and lets it come a second time (greylisting). That is no fault: spam mostly does not come twice.',
    steps: [
      'Test again after five to fifteen minutes.',
      'Mail that the app sends comes a second time only if it is queued for that.',
    ],
  },
  {
    name: 'mailbox-full',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^[45]\.2\.2$/.test(enhanced ?? '') ||
      /mailbox (is )?full|over ?quota|quota (is )?exceeded|exceeded .{0,30}(storage|quota)|insufficient (disk|mailbox) space/i.test(
        text
      ),
    cause: 'The mailbox of the recipient is full. The server and these settings work.',
    steps: ['Test with another recipient, or make room in that mailbox.'],
  },
  {
    name: 'recipient-unknown',
    stage: ['recipient', 'message'],
    when: isUnknownRecipient,
    cause: 'The server knows no such recipient. The server and these settings work so far.',
    steps: [
      'Look for a typing error in the address of the recipient.',
      'Test with another recipient, for example yourself.',
    ],
  },
]

/** Whether a server refused an address because it has no such mailbox. */
export function isUnknownRecipient({
  text,
  enhanced,
}: Pick<StageFailure, 'text' | 'enhanced'>): boolean {
  return (
    /^5\.1\.(1|2|3|10)$/.test(enhanced ?? '') ||
    /(user|recipient|mailbox|account|address) .{0,60}(unknown|not found|does not exist|doesn't exist|unavailable|invalid|rejected: user)|(unknown|no such|invalid) (user|recipient|mailbox|address|local)|no mailbox here|unrouteable address/i.test(
      text
    )
  )
}
