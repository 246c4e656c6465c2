import type { AdviceRow } from '../advice.js'
import { presetOfHost } from '../presets/presets.js'
import type { StageFailure } from '../stage_failure.js'

const GOOGLE = /(^|\.)(gmail|googlemail|google)\.com$/
const YAHOO =
  /(^|\.)(yahoo\.[a-z.]+|aol\.com|att\.net|verizon\.net|sbcglobal\.net|ymail\.com|rocketmail\.com)$/
const MICROSOFT = /(^|\.)(office365|outlook|hotmail|live)\.com$/

/** The username that a provider has for everybody, where it has one and these settings another. */
function fixedUsername({ settings }: StageFailure): string | null {
  const username = presetOfHost(settings.host)?.username ?? null
  return username === settings.username ? null : username
}

function providerOf({ settings }: StageFailure) {
  return presetOfHost(settings.host)?.name ?? settings.host
}

/** Refused logins that a provider has words or numbers of its own for. */
export const LOGIN_BY_WORDS: AdviceRow[] = [
  {
    name: 'fixed-username',
    stage: ['authentication'],
    status: /^5/,
    when: (failure) => fixedUsername(failure) !== null,
    values: (failure) => ({ provider: providerOf(failure), username: fixedUsername(failure) }),
    correction: (failure) => ({ username: fixedUsername(failure) }),
  },
  {
    name: 'gmail-app-password',
    stage: ['authentication'],
    text: /application-specific password required|InvalidSecondFactor/i,
  },
  {
    name: 'gmail-web-login',
    stage: ['authentication'],
    text: /WebLoginRequired|log ?in (with|via) your web browser|5\.7\.14\b/i,
  },
  {
    name: 'gmail-password',
    stage: ['authentication'],
    when: ({ status, text, settings }) =>
      status === 535 && (/gsmtp|BadCredentials/.test(text) || GOOGLE.test(settings.host)),
  },
  {
    name: 'yahoo-app-password',
    stage: ['authentication'],
    when: ({ status, text, settings }) =>
      /#(AUTH|MBR)\d+/.test(text) || (status === 535 && YAHOO.test(settings.host)),
  },
  {
    name: 'office-tenant-disabled',
    stage: ['authentication'],
    text: /SmtpClientAuthentication is disabled/i,
  },
  {
    name: 'office-basic-auth-disabled',
    stage: ['authentication'],
    text: /basic authentication is disabled/i,
  },
  {
    name: 'office-security-defaults',
    stage: ['authentication'],
    enhanced: /^5\.7\.139$/,
  },
  {
    name: 'office-login',
    stage: ['authentication'],
    when: ({ enhanced, text, settings }) =>
      (enhanced === '5.7.3' && /authentication unsuccessful/i.test(text)) ||
      (/^5\./.test(enhanced ?? '') && MICROSOFT.test(settings.host)),
  },
  {
    name: 'ses-credentials',
    stage: ['authentication'],
    when: ({ text, settings }) =>
      /Authentication Credentials Invalid/.test(text) ||
      /^email-smtp(-fips)?\.[a-z0-9-]+\.amazonaws\.com/.test(settings.host),
  },
]
