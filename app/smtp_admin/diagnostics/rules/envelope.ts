import { type StageFailure, isUnknownRecipient } from '../stage_failure.js'
import { ENVELOPE, type Rule, account, sender } from './rule.js'

const SES_NOT_VERIFIED = /email address is not verified|identities failed the check/i

const RELAY =
  /relay(ing)? .{0,40}(denied|not permitted|not allowed|prohibited|forbidden|refused|disabled|disallowed|restricted)|(unable|not (permitted|allowed|authori[sz]ed)|do not|does not|don't|cannot|will not|no) .{0,20}relay|rejected relay|(that|this) domain isn't in my list|not (a |one of )?(our |my )?(local|gateway)/i

/** The sender, the recipient, limits, and the message. */
export const ENVELOPE_RULES: Rule[] = [
  {
    name: 'ses-sender-not-verified',
    stage: ENVELOPE,
    text: SES_NOT_VERIFIED,
    when: rejectsSender,
    params: sender,
  },
  {
    name: 'ses-sandbox',
    stage: ENVELOPE,
    text: SES_NOT_VERIFIED,
  },
  {
    name: 'sendgrid-identity',
    stage: ENVELOPE,
    text: /verified sender identity/i,
    params: sender,
  },
  {
    name: 'mailgun-sandbox',
    stage: ENVELOPE,
    text: /sandbox subdomains|authorized recipients|free accounts are for test/i,
  },
  {
    name: 'mailgun-domain-not-allowed',
    stage: ENVELOPE,
    text: /domain .{0,80}is not allowed to send/i,
  },
  {
    name: 'postmark-signature',
    stage: ENVELOPE,
    text: /sender signature|signature .{0,60}not (confirmed|found|verified)/i,
    params: sender,
  },
  {
    name: 'recipient-inactive',
    stage: ENVELOPE,
    text: /inactive recipient|recipient.{0,60}(suppress|inactive|bounced|unsubscribed)|suppression list|(^|\D)406\b.*recipient/i,
  },
  {
    name: 'sender-not-verified',
    stage: ENVELOPE,
    text: /(sender|from|domain|address|e-?mail).{0,60}\b(is |was |been )?not (yet )?(verified|validated|confirmed|activated|authenticated)\b|unverified (sender|domain|address|from)|not a verified (sender|domain|address)/i,
    params: sender,
  },
  {
    name: 'sender-blocked-for-spam',
    stage: ENVELOPE,
    text: /bad outbound sender|outgoing (mail )?(is )?blocked|unusual sending activity|5\.1\.90\b|sending .{0,30}(suspended|disabled|blocked)|account .{0,40}(suspended|blocked|disabled)/i,
  },
  {
    name: 'office-send-as',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /SendAsDenied|permissions? to send (as|on behalf)/i.test(text) || enhanced === '5.7.60',
    params: account,
    correction: ({ settings }) => addressCorrection(settings.username),
  },
  {
    name: 'sender-not-owned',
    stage: ENVELOPE,
    text: /not owned by|sender .{0,60}(mismatch|does not (match|belong))|not (allowed|authori[sz]ed|permitted) to (send|use).{0,40}(as|from|sender|address|behalf)|relaying disallowed as|\bfrom\b.{0,40}(must|does not|doesn't|should).{0,20}(match|same|equal)|sender (address )?(is )?not (allowed|authori[sz]ed|permitted)|mail from must (equal|be)|you (are not|can ?not|can't|must not) .{0,30}(send|use) .{0,30}(this|that|another) (sender|address|from)/i,
    params: account,
    correction: ({ settings }) => addressCorrection(settings.username),
  },
  {
    name: 'sender-domain-unknown',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^[45]\.1\.8$/.test(enhanced ?? '') ||
      /domain .{0,80}(not found|does not exist|doesn't exist|not resolve|unresolvable|no (a|mx)\b)|(unresolvable|invalid|unknown|unrouteable|non-?existent) (sender )?(domain|address domain)|sender verify failed|domain of sender address/i.test(
        text
      ),
    params: sender,
  },
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
  {
    name: 'message-too-large',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^[45]\.3\.4$/.test(enhanced ?? '') ||
      /\b(message|mail|data|content|attachment)s?( size| length)? .{0,20}(too (big|large|long)|exceed|larger than)|maximum (message )?size|size limit/i.test(
        text
      ),
  },
  {
    name: 'sender-not-authenticated',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^5\.7\.(2[0-36-9]|30|509|515)$/.test(enhanced ?? '') ||
      /\b(DMARC|SPF|DKIM)\b|sender is unauthenticated/.test(text),
    params: sender,
  },
  {
    name: 'attachment-refused',
    stage: ENVELOPE,
    text: /(attachment|file ?type|executable|virus|malware|infected|potential security issue)/i,
  },
  {
    name: 'classified-as-spam',
    stage: ENVELOPE,
    text: /\bspam\b|spammy|unsolicited|junk|content (was |is )?(rejected|blocked|refused|not (accepted|allowed))|(rejected|blocked|refused).{0,40}\b(content|policy reasons)|bulk mail|phish|suspicious|high probability/i,
  },
  {
    name: 'sender-refused-by-policy',
    stage: ['sender'],
    status: /^55[0134]$/,
    params: sender,
  },
]

/** Whether SES lists the sender or its domain among the identities that are not verified. */
function rejectsSender({ text, settings }: StageFailure) {
  const address = settings.fromEmail?.toLowerCase() ?? ''
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const [, list = ''] = /region [a-z0-9-]+:(.*)/i.exec(text) ?? []
  const identities = list.toLowerCase().split(/[\s,<>]+/)
  return list === '' || identities.some((it) => [address, domain].includes(it))
}

function addressCorrection(username: string | null) {
  return username?.includes('@') ? { fromEmail: username } : null
}
