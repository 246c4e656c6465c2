import { type RuleCases, failed, rejected } from './case.js'

const NO_LOGIN = { capabilities: { authMethods: [] } }
const GMAIL = { host: 'smtp.gmail.com' }
const OFFICE = { host: 'smtp.office365.com' }
const OUTLOOK =
  '[AM0PR02CA0012.eurprd02.prod.outlook.com 2026-01-22T03:07:00.315Z 08DD393115E98C2B]'

export const LOGIN: RuleCases = {
  'login-after-encryption': [
    rejected('authentication', '503 AUTH command used when not advertised', {
      ...{ encryption: 'none', capabilities: { startTls: true, authMethods: [] } },
    }),
    rejected('authentication', '504 5.7.4 Unrecognized authentication type', {
      ...{ encryption: 'none', port: 25, capabilities: { startTls: true, authMethods: [] } },
    }),
  ],
  'login-not-on-port-25': [
    rejected('authentication', '503 5.5.1 Error: authentication not enabled', {
      port: 25,
      ...NO_LOGIN,
    }),
  ],
  'login-not-offered': [
    rejected('authentication', '503 5.5.1 Error: authentication not enabled', NO_LOGIN),
    rejected('authentication', '503 AUTH command used when not advertised', NO_LOGIN),
    rejected('authentication', '502 5.5.1 Command not implemented', NO_LOGIN),
    failed('authentication', 'ECONNECTION', NO_LOGIN),
  ],
  'login-methods-unknown': [
    rejected('authentication', '504 5.7.4 Unrecognized authentication type', {
      capabilities: { authMethods: ['NTLM', 'GSSAPI'] },
    }),
    rejected('authentication', '504 5.5.4 Mechanism not supported', {
      capabilities: { authMethods: ['XOAUTH2'] },
    }),
  ],
  'login-method-refused': [
    rejected('authentication', '504 5.7.4 Unrecognized authentication type'),
    rejected('authentication', '535 5.7.0 PLAIN authentication is not allowed'),
    rejected('authentication', '503 5.5.1 AUTH not available'),
  ],
  'too-many-logins': [
    rejected(
      'authentication',
      '454 4.7.0 Too many login attempts, please try again later. a1-20020a05600c - gsmtp',
      GMAIL
    ),
    rejected('authentication', '421 4.7.0 Too many failed login attempts from your IP'),
    rejected('authentication', '535 5.7.8 Too many authentication failures'),
    rejected('authentication', '451 4.7.0 Maximum number of login attempts exceeded'),
  ],
  'account-locked': [
    rejected('authentication', '535 5.7.1 Account is locked'),
    rejected('authentication', '525 5.7.13 User account disabled'),
    rejected('authentication', '535 Your account has been suspended. Please contact support.'),
    rejected(
      'authentication',
      '535 5.7.0 Mailbox is inactive, please log in to the webmail first',
      {
        host: 'smtp.zoho.com',
      }
    ),
  ],
  'login-temporarily-refused': [
    rejected(
      'authentication',
      '454 4.7.0 Temporary authentication failure: Connection lost to authentication server'
    ),
    rejected('authentication', '435 4.7.0 Unable to authenticate at present'),
    rejected(
      'authentication',
      '451 4.7.0 Temporary server error. Please try again later. PRX4',
      OFFICE
    ),
  ],

  'fixed-username': [
    rejected('authentication', '535 Authentication failed: Bad username / password', {
      host: 'smtp.sendgrid.net',
    }),
    rejected('authentication', '535 Authentication failed', { host: 'smtp.resend.com' }),
    rejected('authentication', '535 5.7.8 Sorry.', { host: 'smtp.sparkpostmail.com' }),
  ],
  'sendgrid-key': [
    rejected(
      'authentication',
      '535 Authentication failed: The provided authorization grant is invalid, expired, or revoked',
      {
        ...{ host: 'smtp.sendgrid.net', username: 'apikey' },
      }
    ),
  ],
  'gmail-app-password': [
    rejected(
      'authentication',
      '534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor a1-20020a05600c - gsmtp',
      GMAIL
    ),
    rejected(
      'authentication',
      '534-5.7.9 Application-specific password required. Learn more at\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor h26sm30121397pfq.64 - gsmtp',
      { host: 'mail.example.com' }
    ),
  ],
  'gmail-web-login': [
    rejected(
      'authentication',
      '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbs> Please\n534-5.7.14 log in via your web browser and then try again.\n534 5.7.14  Learn more at https://support.google.com/mail/answer/78754 - gsmtp',
      GMAIL
    ),
    rejected(
      'authentication',
      '534-5.7.9 Please log in with your web browser and then try again. For more\n534-5.7.9 information, go to\n534 5.7.9  https://support.google.com/mail/?p=WebLoginRequired a1 - gsmtp',
      GMAIL
    ),
  ],
  'gmail-password': [
    rejected(
      'authentication',
      '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials af79cd13be357 - gsmtp',
      GMAIL
    ),
    rejected('authentication', '535 5.7.8 Username and Password not accepted.', {
      host: 'smtp-relay.gmail.com',
    }),
  ],
  'yahoo-app-password': [
    rejected('authentication', '535 5.7.0 (#AUTH005) Too many bad auth attempts.', {
      host: 'smtp.mail.yahoo.com',
    }),
    rejected('authentication', '535 5.7.0 (#MBR1212) Incorrect username or password.', {
      host: 'smtp.aol.com',
    }),
    rejected('authentication', '535 Authentication failed', { host: 'outbound.att.net' }),
  ],
  'icloud-app-password': [
    rejected('authentication', '535 5.7.8 Error: authentication failed: authentication failure', {
      host: 'smtp.mail.me.com',
    }),
  ],
  'zoho-login': [
    rejected('authentication', '535 Authentication Failed', { host: 'smtp.zoho.com' }),
    rejected('authentication', '535 Authentication Failed', { host: 'smtppro.zoho.eu' }),
  ],
  'office-tenant-disabled': [
    rejected(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. ${OUTLOOK}`,
      OFFICE
    ),
    rejected(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. ${OUTLOOK}`,
      OFFICE
    ),
  ],
  'office-basic-auth-disabled': [
    rejected(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, basic authentication is disabled. ${OUTLOOK}`,
      { host: 'smtp-mail.outlook.com' }
    ),
  ],
  'office-security-defaults': [
    rejected(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. ${OUTLOOK}`,
      OFFICE
    ),
    rejected(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. ${OUTLOOK}`,
      OFFICE
    ),
  ],
  'office-login': [
    rejected('authentication', `535 5.7.3 Authentication unsuccessful ${OUTLOOK}`, OFFICE),
    rejected('authentication', '535 5.7.3 Authentication unsuccessful', {
      host: 'mail.example.com',
    }),
  ],
  'ses-credentials': [
    rejected('authentication', '535 Authentication Credentials Invalid', {
      host: 'email-smtp.eu-west-1.amazonaws.com',
    }),
    rejected('authentication', '535 Authentication Credentials Invalid', {
      host: 'mail.example.com',
    }),
  ],
  'mailgun-login': [
    rejected('authentication', '535 5.7.0 Authentication failed', { host: 'smtp.mailgun.org' }),
    rejected('authentication', '535 Authentication failed', { host: 'smtp.eu.mailgun.org' }),
  ],
  'postmark-token': [
    rejected('authentication', '535 5.7.8 Error: authentication failed', {
      host: 'smtp.postmarkapp.com',
    }),
  ],
  'brevo-unknown-ip': [
    rejected('authentication', '525 5.7.1 Unauthorized IP address', {
      host: 'smtp-relay.brevo.com',
    }),
  ],
  'brevo-key': [
    rejected('authentication', '535 5.7.8 Authentication failed', { host: 'smtp-relay.brevo.com' }),
  ],
  'password-refused-by-provider': [
    rejected(
      'authentication',
      '535 5.7.8 Error: authentication failed: Invalid user or password!',
      {
        host: 'smtp.yandex.ru',
      }
    ),
    rejected('authentication', '535 Authentication credentials invalid', { host: 'mail.gmx.net' }),
    rejected('authentication', '535 Login fail. Authorization code is expired', {
      host: 'smtp.qq.com',
    }),
    rejected('authentication', '535 5.7.8 Error: authentication failed', { host: 'posteo.de' }),
  ],
  'password-refused': [
    rejected('authentication', '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6'),
    rejected('authentication', '535 Incorrect authentication data'),
    rejected('authentication', '535 5.7.8 Error: authentication failed: (reason unavailable)'),
    rejected('authentication', '530 5.7.0 Invalid login'),
  ],

  'office-anonymous': [
    rejected('sender', `530 5.7.57 Client not authenticated to send mail. ${OUTLOOK}`, {
      ...OFFICE,
      username: null,
    }),
    rejected(
      'sender',
      '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      { ...OFFICE, username: null }
    ),
  ],
  'login-required': [
    rejected(
      'sender',
      '530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0  https://support.google.com/accounts/troubleshooter/2402620. a1 - gsmtp',
      { ...GMAIL, username: null }
    ),
    rejected('recipient', '550 5.7.1 Authentication required', { username: null }),
    rejected('sender', '502 5.7.0 Please authenticate first', { username: null }),
    rejected('message', '550 Unauthenticated senders not allowed', { username: null }),
    failed('sender', 'ENOAUTH', { username: null }),
  ],
}
