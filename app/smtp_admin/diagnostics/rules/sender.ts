import type { AdviceRow } from '../advice.js'
import type { StageFailure } from '../stage_failure.js'
import { ENVELOPE, account, sender } from './places.js'

const SES_NOT_VERIFIED = /email address is not verified|identities failed the check/i

/** Whether SES names the sender, or its domain, among the addresses that it does not know. */
function namesSender({ text, settings }: StageFailure) {
  const address = settings.fromEmail?.toLowerCase() ?? ''
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const [, identities = ''] = /region [a-z0-9-]+:(.*)/i.exec(text) ?? []
  const named = identities.toLowerCase().split(/[\s,<>]+/)
  return identities === '' || named.some((it) => [address, domain].includes(it))
}

/** The sender, wherever the server says what it has against it. */
export const SENDER: AdviceRow[] = [
  {
    name: 'ses-sender-not-verified',
    stage: ENVELOPE,
    text: SES_NOT_VERIFIED,
    when: namesSender,
    values: sender,
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
    values: sender,
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
    values: sender,
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
    values: sender,
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
    values: account,
    correction: ({ settings }) => ownAddress(settings.username),
  },
  {
    name: 'sender-not-owned',
    stage: ENVELOPE,
    text: /not owned by|sender .{0,60}(mismatch|does not (match|belong))|not (allowed|authori[sz]ed|permitted) to (send|use).{0,40}(as|from|sender|address|behalf)|relaying disallowed as|\bfrom\b.{0,40}(must|does not|doesn't|should).{0,20}(match|same|equal)|sender (address )?(is )?not (allowed|authori[sz]ed|permitted)|mail from must (equal|be)|you (are not|can ?not|can't|must not) .{0,30}(send|use) .{0,30}(this|that|another) (sender|address|from)/i,
    values: account,
    correction: ({ settings }) => ownAddress(settings.username),
  },
  {
    name: 'sender-domain-unknown',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /^[45]\.1\.8$/.test(enhanced ?? '') ||
      /domain .{0,80}(not found|does not exist|doesn't exist|not resolve|unresolvable|no (a|mx)\b)|(unresolvable|invalid|unknown|unrouteable|non-?existent) (sender )?(domain|address domain)|sender verify failed|domain of sender address/i.test(
        text
      ),
    values: sender,
  },
]

/** The address of the account, where the username is one. */
function ownAddress(username: string | null) {
  return username?.includes('@') ? { fromEmail: username } : null
}
