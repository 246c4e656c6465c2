const VERIFIED_THERE = 'Or set the from address to one that is verified there.'

const ADDRESS_OF_ACCOUNT = 'Set the from address to the one of the account.'

/** The sender, wherever the server says what it has against it. */
export default {
  'ses-sender-not-verified.cause':
    'Amazon SES sends only for addresses and domains that are verified in the same region, and {sender} is not.',
  'ses-sender-not-verified.cause_unnamed':
    'Amazon SES sends only for addresses and domains that are verified in the same region, and the from address is not.',
  'ses-sender-not-verified.step1':
    'In the SES console, in the region of this host, open Identities and verify the from address or its domain.',
  'ses-sender-not-verified.step2':
    'If it is verified in another region, set the host to the one of that region, as in email-smtp.eu-west-1.amazonaws.com, and make SMTP credentials there.',
  'ses-sender-not-verified.step3': 'Write the from address exactly as it was verified.',

  'ses-sandbox.cause':
    'The account at Amazon SES is still in the sandbox: it sends only to addresses that are verified, and this recipient is not.',
  'ses-sandbox.step1':
    'For a test, verify the recipient under Identities in the SES console, or send to mailbox simulator addresses like success@simulator.amazonses.com.',
  'ses-sandbox.step2': 'To send to anybody, ask for production access under Account dashboard.',

  'sendgrid-identity.cause':
    'SendGrid sends only for senders that are verified, and {sender} is not.',
  'sendgrid-identity.cause_unnamed':
    'SendGrid sends only for senders that are verified, and the from address is not.',
  'sendgrid-identity.step1':
    'Verify the address, or better its domain, under Settings, Sender Authentication at SendGrid.',
  'sendgrid-identity.step2': VERIFIED_THERE,

  'mailgun-sandbox.cause':
    'This is a sandbox domain of Mailgun, or an account that is not activated: it sends only to recipients that are authorised beforehand.',
  'mailgun-sandbox.step1':
    'Add the recipient under Authorized Recipients at Mailgun, and confirm the e-mail that it gets.',
  'mailgun-sandbox.step2':
    'To send to anybody, add a domain of your own at Mailgun, and use an SMTP user of that domain.',

  'mailgun-domain-not-allowed.cause':
    'Mailgun does not let this domain send: its DNS entries are missing, or the account is held.',
  'mailgun-domain-not-allowed.step1':
    'Open the domain at Mailgun: it says which DNS entries are missing.',
  'mailgun-domain-not-allowed.step2':
    'Check whether the account waits for activation, or for a payment.',

  'postmark-signature.cause':
    'Postmark sends only for senders that are confirmed, and {sender} is not.',
  'postmark-signature.cause_unnamed':
    'Postmark sends only for senders that are confirmed, and the from address is not.',
  'postmark-signature.step1':
    'Confirm the address, or better its domain, under Sender Signatures at Postmark.',
  'postmark-signature.step2': 'Or set the from address to one that is confirmed there.',

  'recipient-inactive.cause':
    'The provider does not send to this recipient any more: an earlier message bounced, or was reported as spam.',
  'recipient-inactive.step1': 'Test with another recipient.',
  'recipient-inactive.step2':
    'If the recipient works again, take it off the list of suppressed addresses at the provider.',

  'sender-not-verified.cause':
    'The provider sends only for senders that are verified with it, and {sender} is not.',
  'sender-not-verified.cause_unnamed':
    'The provider sends only for senders that are verified with it, and the from address is not.',
  'sender-not-verified.step1':
    'Verify the from address, or better its domain, on the website of the provider.',
  'sender-not-verified.step2': VERIFIED_THERE,

  'sender-blocked-for-spam.cause':
    'The provider has stopped this account from sending, because spam seems to have come from it.',
  'sender-blocked-for-spam.step1':
    'Log in to the website of the provider: it mostly says what happened, and how to be let in again.',
  'sender-blocked-for-spam.step2': 'Change the password: somebody else may be using it.',

  'office-send-as.cause': 'The account that logged in, {username}, may not send as {sender}.',
  'office-send-as.cause_anonymous': 'Whoever is not logged in may not send as {sender}.',
  'office-send-as.cause_unnamed': 'The account that logged in may not send as the from address.',
  'office-send-as.step1': ADDRESS_OF_ACCOUNT,
  'office-send-as.step2':
    'Or let the account send as it: in the Exchange admin center open the mailbox of the from address, Delegation, “Send as”, and add the account. It takes up to an hour until it counts.',

  'sender-not-owned.cause':
    'The account that logged in, {username}, may not send as {sender}. Many servers take only the address of the account.',
  'sender-not-owned.cause_anonymous':
    'Whoever is not logged in may not send as {sender}. Many servers take only the address of an account.',
  'sender-not-owned.cause_unnamed':
    'The account that logged in may not send as the from address. Many servers take only the address of the account.',
  'sender-not-owned.step1': ADDRESS_OF_ACCOUNT,
  'sender-not-owned.step2':
    'Or add the address to the account as an alias, or as one that it may send as, at the provider.',

  'sender-domain-unknown.cause':
    'The server looked for the domain of {sender} and did not find that it takes mail.',
  'sender-domain-unknown.cause_unnamed':
    'The server looked for the domain of the from address and did not find that it takes mail.',
  'sender-domain-unknown.step1': 'Look for a typing error in the from address.',
  'sender-domain-unknown.step2':
    'Check that the domain exists and that mail sent to it arrives: it needs an MX entry in DNS.',
}
