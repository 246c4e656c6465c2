import type { AdviceRow } from '../advice.js'
import type { StageFailure } from '../stage_failure.js'
import { ENVELOPE, senderOf } from './places.js'

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
    cause: (failure) =>
      `Amazon SES sends only for addresses and domains that are verified in the same region, and ${senderOf(failure)} is not.`,
    steps: [
      'In the SES console, in the region of this host, open Identities and verify the from address or its domain.',
      'If it is verified in another region, set the host to the one of that region, as in email-smtp.eu-west-1.amazonaws.com, and make SMTP credentials there.',
      'Write the from address exactly as it was verified.',
    ],
  },
  {
    name: 'ses-sandbox',
    stage: ENVELOPE,
    text: SES_NOT_VERIFIED,
    cause:
      'The account at Amazon SES is still in the sandbox: it sends only to addresses that are verified, and this recipient is not.',
    steps: [
      'For a test, verify the recipient under Identities in the SES console, or send to mailbox simulator addresses like success@simulator.amazonses.com.',
      'To send to anybody, ask for production access under Account dashboard.',
    ],
  },
  {
    name: 'sendgrid-identity',
    stage: ENVELOPE,
    text: /verified sender identity/i,
    cause: (failure) =>
      `SendGrid sends only for senders that are verified, and ${senderOf(failure)} is not.`,
    steps: [
      'Verify the address, or better its domain, under Settings, Sender Authentication at SendGrid.',
      'Or set the from address to one that is verified there.',
    ],
  },
  {
    name: 'mailgun-sandbox',
    stage: ENVELOPE,
    text: /sandbox subdomains|authorized recipients|free accounts are for test/i,
    cause:
      'This is a sandbox domain of Mailgun, or an account that is not activated: it sends only to recipients that are authorised beforehand.',
    steps: [
      'Add the recipient under Authorized Recipients at Mailgun, and confirm the e-mail that it gets.',
      'To send to anybody, add a domain of your own at Mailgun, and use an SMTP user of that domain.',
    ],
  },
  {
    name: 'mailgun-domain-not-allowed',
    stage: ENVELOPE,
    text: /domain .{0,80}is not allowed to send/i,
    cause:
      'Mailgun does not let this domain send: its DNS entries are missing, or the account is held.',
    steps: [
      'Open the domain at Mailgun: it says which DNS entries are missing.',
      'Check whether the account waits for activation, or for a payment.',
    ],
  },
  {
    name: 'postmark-signature',
    stage: ENVELOPE,
    text: /sender signature|signature .{0,60}not (confirmed|found|verified)/i,
    cause: (failure) =>
      `Postmark sends only for senders that are confirmed, and ${senderOf(failure)} is not.`,
    steps: [
      'Confirm the address, or better its domain, under Sender Signatures at Postmark.',
      'Or set the from address to one that is confirmed there.',
    ],
  },
  {
    name: 'recipient-inactive',
    stage: ENVELOPE,
    text: /inactive recipient|recipient.{0,60}(suppress|inactive|bounced|unsubscribed)|suppression list|(^|\D)406\b.*recipient/i,
    cause:
      'The provider does not send to this recipient any more: an earlier message bounced, or was reported as spam.',
    steps: [
      'Test with another recipient.',
      'If the recipient works again, take it off the list of suppressed addresses at the provider.',
    ],
  },
  {
    name: 'sender-not-verified',
    stage: ENVELOPE,
    text: /(sender|from|domain|address|e-?mail).{0,60}\b(is |was |been )?not (yet )?(verified|validated|confirmed|activated|authenticated)\b|unverified (sender|domain|address|from)|not a verified (sender|domain|address)/i,
    cause: (failure) =>
      `The provider sends only for senders that are verified with it, and ${senderOf(failure)} is not.`,
    steps: [
      'Verify the from address, or better its domain, on the website of the provider.',
      'Or set the from address to one that is verified there.',
    ],
  },
  {
    name: 'sender-blocked-for-spam',
    stage: ENVELOPE,
    text: /bad outbound sender|outgoing (mail )?(is )?blocked|unusual sending activity|5\.1\.90\b|sending .{0,30}(suspended|disabled|blocked)|account .{0,40}(suspended|blocked|disabled)/i,
    cause:
      'The provider has stopped this account from sending, because spam seems to have come from it.',
    steps: [
      'Log in to the website of the provider: it mostly says what happened, and how to be let in again.',
      'Change the password: somebody else may be using it.',
    ],
  },
  {
    name: 'office-send-as',
    stage: ENVELOPE,
    when: ({ text, enhanced }) =>
      /SendAsDenied|permissions? to send (as|on behalf)/i.test(text) || enhanced === '5.7.60',
    cause: (failure) =>
      `The account that logged in, ${failure.settings.username ?? 'none'}, may not send as ${senderOf(failure)}.`,
    steps: [
      'Set the from address to the one of the account.',
      'Or let the account send as it: in the Exchange admin center open the mailbox of the from address, Delegation, “Send as”, and add the account. It takes up to an hour until it counts.',
    ],
    correction: ({ settings }) => ownAddress(settings.username),
  },
  {
    name: 'sender-not-owned',
    stage: ENVELOPE,
    text: /not owned by|sender .{0,60}(mismatch|does not (match|belong))|not (allowed|authori[sz]ed|permitted) to (send|use).{0,40}(as|from|sender|address|behalf)|relaying disallowed as|\bfrom\b.{0,40}(must|does not|doesn't|should).{0,20}(match|same|equal)|sender (address )?(is )?not (allowed|authori[sz]ed|permitted)|mail from must (equal|be)|you (are not|can ?not|can't|must not) .{0,30}(send|use) .{0,30}(this|that|another) (sender|address|from)/i,
    cause: (failure) =>
      `The account that logged in, ${failure.settings.username ?? 'none'}, may not send as ${senderOf(failure)}. Many servers take only the address of the account.`,
    steps: [
      'Set the from address to the one of the account.',
      'Or add the address to the account as an alias, or as one that it may send as, at the provider.',
    ],
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
    cause: (failure) =>
      `The server looked for the domain of ${senderOf(failure)} and did not find that it takes mail.`,
    steps: [
      'Look for a typing error in the from address.',
      'Check that the domain exists and that mail sent to it arrives: it needs an MX entry in DNS.',
    ],
  },
]

/** The address of the account, where the username is one. */
function ownAddress(username: string | null) {
  return username?.includes('@') ? { fromEmail: username } : null
}
