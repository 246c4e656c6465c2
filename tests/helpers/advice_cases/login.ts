import { type AdviceCases, failed, said } from './case.js'

const NO_LOGIN = { capabilities: { authMethods: [] } }
const GMAIL = { host: 'smtp.gmail.com' }
const OFFICE = { host: 'smtp.office365.com' }
const OUTLOOK =
  '[AM0PR02CA0012.eurprd02.prod.outlook.com 2026-01-22T03:07:00.315Z 08DD393115E98C2B]'

export const LOGIN: AdviceCases = {
  'login-after-encryption': [
    said('authentication', '503 AUTH command used when not advertised', {
      ...{ encryption: 'none', capabilities: { startTls: true, authMethods: [] } },
    }),
    said('authentication', '504 5.7.4 Unrecognized authentication type', {
      ...{ encryption: 'none', port: 25, capabilities: { startTls: true, authMethods: [] } },
    }),
  ],
  'login-not-on-port-25': [
    said('authentication', '503 5.5.1 Error: authentication not enabled', {
      port: 25,
      ...NO_LOGIN,
    }),
  ],
  'login-not-offered': [
    said('authentication', '503 5.5.1 Error: authentication not enabled', NO_LOGIN),
    said('authentication', '503 AUTH command used when not advertised', NO_LOGIN),
    said('authentication', '502 5.5.1 Command not implemented', NO_LOGIN),
    failed('authentication', 'ECONNECTION', NO_LOGIN),
  ],
  'login-methods-unknown': [
    said('authentication', '504 5.7.4 Unrecognized authentication type', {
      capabilities: { authMethods: ['NTLM', 'GSSAPI'] },
    }),
    said('authentication', '504 5.5.4 Mechanism not supported', {
      capabilities: { authMethods: ['XOAUTH2'] },
    }),
  ],
  'login-method-refused': [
    said('authentication', '504 5.7.4 Unrecognized authentication type'),
    said('authentication', '535 5.7.0 PLAIN authentication is not allowed'),
    said('authentication', '503 5.5.1 AUTH not available'),
  ],
  'too-many-logins': [
    said(
      'authentication',
      '454 4.7.0 Too many login attempts, please try again later. a1-20020a05600c - gsmtp',
      GMAIL
    ),
    said('authentication', '421 4.7.0 Too many failed login attempts from your IP'),
    said('authentication', '535 5.7.8 Too many authentication failures'),
    said('authentication', '451 4.7.0 Maximum number of login attempts exceeded'),
  ],
  'account-locked': [
    said('authentication', '535 5.7.1 Account is locked'),
    said('authentication', '525 5.7.13 User account disabled'),
    said('authentication', '535 Your account has been suspended. Please contact support.'),
    said('authentication', '535 5.7.0 Mailbox is inactive, please log in to the webmail first', {
      host: 'smtp.zoho.com',
    }),
  ],
  'login-not-now': [
    said(
      'authentication',
      '454 4.7.0 Temporary authentication failure: Connection lost to authentication server'
    ),
    said('authentication', '435 4.7.0 Unable to authenticate at present'),
    said(
      'authentication',
      '451 4.7.0 Temporary server error. Please try again later. PRX4',
      OFFICE
    ),
  ],

  'fixed-username': [
    said('authentication', '535 Authentication failed: Bad username / password', {
      host: 'smtp.sendgrid.net',
    }),
    said('authentication', '535 Authentication failed', { host: 'smtp.resend.com' }),
    said('authentication', '535 5.7.8 Sorry.', { host: 'smtp.sparkpostmail.com' }),
  ],
  'sendgrid-key': [
    said(
      'authentication',
      '535 Authentication failed: The provided authorization grant is invalid, expired, or revoked',
      {
        ...{ host: 'smtp.sendgrid.net', username: 'apikey' },
      }
    ),
  ],
  'gmail-app-password': [
    said(
      'authentication',
      '534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor a1-20020a05600c - gsmtp',
      GMAIL
    ),
    said(
      'authentication',
      '534-5.7.9 Application-specific password required. Learn more at\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor h26sm30121397pfq.64 - gsmtp',
      { host: 'mail.example.com' }
    ),
  ],
  'gmail-web-login': [
    said(
      'authentication',
      '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbs> Please\n534-5.7.14 log in via your web browser and then try again.\n534 5.7.14  Learn more at https://support.google.com/mail/answer/78754 - gsmtp',
      GMAIL
    ),
    said(
      'authentication',
      '534-5.7.9 Please log in with your web browser and then try again. For more\n534-5.7.9 information, go to\n534 5.7.9  https://support.google.com/mail/?p=WebLoginRequired a1 - gsmtp',
      GMAIL
    ),
  ],
  'gmail-password': [
    said(
      'authentication',
      '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials af79cd13be357 - gsmtp',
      GMAIL
    ),
    said('authentication', '535 5.7.8 Username and Password not accepted.', {
      host: 'smtp-relay.gmail.com',
    }),
  ],
  'yahoo-app-password': [
    said('authentication', '535 5.7.0 (#AUTH005) Too many bad auth attempts.', {
      host: 'smtp.mail.yahoo.com',
    }),
    said('authentication', '535 5.7.0 (#MBR1212) Incorrect username or password.', {
      host: 'smtp.aol.com',
    }),
    said('authentication', '535 Authentication failed', { host: 'outbound.att.net' }),
  ],
  'icloud-app-password': [
    said('authentication', '535 5.7.8 Error: authentication failed: authentication failure', {
      host: 'smtp.mail.me.com',
    }),
  ],
  'zoho-login': [
    said('authentication', '535 Authentication Failed', { host: 'smtp.zoho.com' }),
    said('authentication', '535 Authentication Failed', { host: 'smtppro.zoho.eu' }),
  ],
  'office-tenant-disabled': [
    said(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. ${OUTLOOK}`,
      OFFICE
    ),
    said(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. ${OUTLOOK}`,
      OFFICE
    ),
  ],
  'office-basic-auth-disabled': [
    said(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, basic authentication is disabled. ${OUTLOOK}`,
      { host: 'smtp-mail.outlook.com' }
    ),
  ],
  'office-security-defaults': [
    said(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. ${OUTLOOK}`,
      OFFICE
    ),
    said(
      'authentication',
      `535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. ${OUTLOOK}`,
      OFFICE
    ),
  ],
  'office-login': [
    said('authentication', `535 5.7.3 Authentication unsuccessful ${OUTLOOK}`, OFFICE),
    said('authentication', '535 5.7.3 Authentication unsuccessful', { host: 'mail.example.com' }),
  ],
  'ses-credentials': [
    said('authentication', '535 Authentication Credentials Invalid', {
      host: 'email-smtp.eu-west-1.amazonaws.com',
    }),
    said('authentication', '535 Authentication Credentials Invalid', { host: 'mail.example.com' }),
  ],
  'mailgun-login': [
    said('authentication', '535 5.7.0 Authentication failed', { host: 'smtp.mailgun.org' }),
    said('authentication', '535 Authentication failed', { host: 'smtp.eu.mailgun.org' }),
  ],
  'postmark-token': [
    said('authentication', '535 5.7.8 Error: authentication failed', {
      host: 'smtp.postmarkapp.com',
    }),
  ],
  'brevo-unknown-ip': [
    said('authentication', '525 5.7.1 Unauthorized IP address', { host: 'smtp-relay.brevo.com' }),
  ],
  'brevo-key': [
    said('authentication', '535 5.7.8 Authentication failed', { host: 'smtp-relay.brevo.com' }),
  ],
  'password-refused-by-provider': [
    said('authentication', '535 5.7.8 Error: authentication failed: Invalid user or password!', {
      host: 'smtp.yandex.ru',
    }),
    said('authentication', '535 Authentication credentials invalid', { host: 'mail.gmx.net' }),
    said('authentication', '535 Login fail. Authorization code is expired', {
      host: 'smtp.qq.com',
    }),
    said('authentication', '535 5.7.8 Error: authentication failed', { host: 'posteo.de' }),
  ],
  'password-refused': [
    said('authentication', '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6'),
    said('authentication', '535 Incorrect authentication data'),
    said('authentication', '535 5.7.8 Error: authentication failed: (reason unavailable)'),
    said('authentication', '530 5.7.0 Invalid login'),
  ],

  'office-anonymous': [
    said('sender', `530 5.7.57 Client not authenticated to send mail. ${OUTLOOK}`, {
      ...OFFICE,
      username: null,
    }),
    said(
      'sender',
      '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      { ...OFFICE, username: null }
    ),
  ],
  'login-required': [
    said(
      'sender',
      '530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0  https://support.google.com/accounts/troubleshooter/2402620. a1 - gsmtp',
      { ...GMAIL, username: null }
    ),
    said('recipient', '550 5.7.1 Authentication required', { username: null }),
    said('sender', '502 5.7.0 Please authenticate first', { username: null }),
    said('message', '550 Unauthenticated senders not allowed', { username: null }),
    failed('sender', 'ENOAUTH', { username: null }),
  ],
}
