import type { AdviceRow } from '../advice.js'

/** Refused logins at a provider that has peculiar credentials, and says no more than no. */
export const LOGIN_BY_HOST: AdviceRow[] = [
  {
    name: 'sendgrid-key',
    stage: ['login'],
    host: /(^|\.)sendgrid\.net$/,
    status: /^5/,
    cause: 'SendGrid does not know the API key that is set as the password, or has withdrawn it.',
    steps: [
      'Make a new API key with the permission “Mail Send” under Settings, API Keys, and enter it as the password. It begins with SG.',
      'If the account is in the European region, set the host to smtp.eu.sendgrid.net.',
    ],
  },
  {
    name: 'icloud-app-password',
    stage: ['login'],
    host: /(^|\.)(me|icloud)\.com$/,
    status: /^5/,
    cause:
      'Apple refused the login to iCloud Mail. It takes no password of an account from apps, only app-specific passwords.',
    steps: [
      'Open account.apple.com, Sign-In and Security, App-Specific Passwords, make one, and enter it here as the password.',
      'The username is the whole iCloud address, also when you send from an address of your own domain.',
    ],
  },
  {
    name: 'zoho-login',
    stage: ['login'],
    host: /(^|\.)(zoho\.[a-z.]+|zohocloud\.ca)$/,
    status: /^5/,
    cause:
      'Zoho refused the login: the account is in another region than this host, or it has two-step verification and wants an app password.',
    steps: [
      'Look at the address of your webmail: mail.zoho.eu goes with the host smtp.zoho.eu, and so on. With a domain of your own the host begins with smtppro.',
      'With two-step verification make an app password under Security, App Passwords at accounts.zoho.com, and enter it here.',
      'Check that the plan includes sending by SMTP.',
    ],
  },
  {
    name: 'mailgun-login',
    stage: ['login'],
    host: /(^|\.)mailgun\.org$/,
    status: /^5/,
    cause:
      'Mailgun refused the login. It wants an SMTP user of the sending domain; neither the login of the account nor an API key works here.',
    steps: [
      'Open Sending, Domain settings, SMTP credentials, and reset the password of a user there.',
      'The username is a whole address, as in postmaster@mg.example.com.',
      'For a domain in the European region set the host to smtp.eu.mailgun.org.',
    ],
  },
  {
    name: 'postmark-token',
    stage: ['login'],
    host: /(^|\.)(postmarkapp|mtasv)\.(com|net)$/,
    status: /^5/,
    cause:
      'Postmark refused the login. It wants the API token of a server, as the username and once more as the password; the token of the account does not work here.',
    steps: [
      'Open the server at Postmark, API Tokens, and copy the Server API token into both fields.',
      'Check that sending by SMTP is switched on for the message stream.',
    ],
  },
  {
    name: 'brevo-key',
    stage: ['login'],
    host: /(^|\.)(brevo|sendinblue)\.com$/,
    status: /^5/,
    cause:
      'Brevo refused the login. It wants its SMTP login and an SMTP key; an API key or the password of the account does not work here.',
    steps: [
      'Open SMTP & API, SMTP at Brevo, and copy the login: it mostly ends in @smtp-brevo.com.',
      'Make an SMTP key there, and enter it as the password. It begins with xsmtpsib-.',
    ],
  },
]
