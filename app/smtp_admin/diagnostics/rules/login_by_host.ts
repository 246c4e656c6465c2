import type { AdviceRow } from '../advice.js'

/** Refused logins at a provider that has peculiar credentials, and says no more than no. */
export const LOGIN_BY_HOST: AdviceRow[] = [
  {
    name: 'sendgrid-key',
    stage: ['authentication'],
    host: /(^|\.)sendgrid\.net$/,
    status: /^5/,
  },
  {
    name: 'icloud-app-password',
    stage: ['authentication'],
    host: /(^|\.)(me|icloud)\.com$/,
    status: /^5/,
  },
  {
    name: 'zoho-login',
    stage: ['authentication'],
    host: /(^|\.)(zoho\.[a-z.]+|zohocloud\.ca)$/,
    status: /^5/,
  },
  {
    name: 'mailgun-login',
    stage: ['authentication'],
    host: /(^|\.)mailgun\.org$/,
    status: /^5/,
  },
  {
    name: 'postmark-token',
    stage: ['authentication'],
    host: /(^|\.)(postmarkapp|mtasv)\.(com|net)$/,
    status: /^5/,
  },
  {
    name: 'brevo-key',
    stage: ['authentication'],
    host: /(^|\.)(brevo|sendinblue)\.com$/,
    status: /^5/,
  },
]
