import type { MessageParams } from '../../i18n/types.js'
import { findPresetByHost } from '../presets/presets.js'
import type { StageFailure } from '../stage_failure.js'
import { ENVELOPE, type Rule } from './rule.js'

/** The mechanisms that nodemailer supports with a password. */
const METHODS = ['PLAIN', 'LOGIN', 'CRAM-MD5']

const AUTH_UNAVAILABLE =
  /(auth(entication)?|login) (is )?(not (available|enabled|supported|allowed|offered|advertised|permitted|implemented|recognized)|disabled)|unrecognized authentication type|unsupported auth|auth(entication)? mechanism .{0,40}not|command (is )?(not implemented|unrecognized|unknown)|(unknown|unrecognized) command/i

const REQUIRES_AUTH =
  /auth(entication|enticate)? (is )?required|authenticate first|must (be )?authenticat|(client|sender) (was |is )?not authenticated|not (authenticated|logged in)|login (is )?required|anonymous (mail|client)|unauthenticated (senders|users|mail)|authentication needed|log ?in first/i

const GOOGLE = /(^|\.)(gmail|googlemail|google)\.com$/
const YAHOO =
  /(^|\.)(yahoo\.[a-z.]+|aol\.com|att\.net|verizon\.net|sbcglobal\.net|ymail\.com|rocketmail\.com)$/
const MICROSOFT = /(^|\.)(office365|outlook|hotmail|live)\.com$/

/**
 * Whether the server supports authentication, replies that a provider is known for, other reasons
 * than the password, and last of all the password.
 */
export const AUTHENTICATION_RULES: Rule[] = [
  {
    name: 'login-after-encryption',
    stage: ['authentication'],
    encryption: ['none'],
    notOffered: true,
    when: ({ capabilities }) => capabilities!.startTls,
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'login-not-on-port-25',
    stage: ['authentication'],
    port: [25],
    notOffered: true,
    correction: () => ({ port: 587, encryption: 'starttls' }),
  },
  {
    name: 'login-not-offered',
    stage: ['authentication'],
    notOffered: true,
  },
  {
    name: 'login-methods-unknown',
    stage: ['authentication'],
    when: supportsNoKnownMethod,
    params: ({ capabilities }) => ({
      methods: capabilities!.authMethods,
      ours: METHODS.join(', '),
    }),
  },
  {
    name: 'office-anonymous',
    stage: ENVELOPE,
    enhanced: /^5\.7\.57$/,
  },
  {
    name: 'login-required',
    stage: ENVELOPE,
    when: ({ kind, status, text }) =>
      kind === 'ENOAUTH' || status === 530 || (status !== null && REQUIRES_AUTH.test(text)),
  },
  {
    name: 'fixed-username',
    stage: ['authentication'],
    status: /^5/,
    when: (failure) => fixedUsername(failure) !== null,
    params: (failure) => ({ provider: providerName(failure), username: fixedUsername(failure) }),
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
  {
    name: 'login-method-refused',
    stage: ['authentication'],
    when: ({ status, text }) =>
      status !== null && ([502, 503, 504].includes(status) || AUTH_UNAVAILABLE.test(text)),
  },
  {
    name: 'too-many-logins',
    stage: ['authentication'],
    text: /too many.{0,40}(login|log-in|auth|attempt|fail|bad)|(login|auth\w*|attempts?) (rate )?limit|(exceeded|maximum).{0,40}(login|auth\w*) attempts|try again later.{0,40}(login|auth)|(login|auth).{0,40}try again later/i,
  },
  {
    name: 'account-locked',
    stage: ['authentication'],
    text: /\b(account|user|mailbox|login|access)\b.{0,60}\b(lock|block|disabl|suspend|deactivat|inactive|not active|banned|closed)|\b(lock|block|disabl|suspend|deactivat)\w*\b.{0,40}\b(account|user|mailbox)/i,
  },
  {
    name: 'login-temporarily-refused',
    stage: ['authentication'],
    status: /^4/,
  },
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
  {
    name: 'password-refused-by-provider',
    stage: ['authentication'],
    status: /^5/,
    when: (failure) => findPresetByHost(failure.settings.host)?.kind === 'provider',
    params: providerParams,
  },
  {
    name: 'password-refused',
    stage: ['authentication'],
    status: /^5(34|35|30|50|54)$/,
  },
]

function providerName(failure: StageFailure) {
  return findPresetByHost(failure.settings.host)?.name ?? failure.settings.host
}

/** The username that the provider requires, if the settings have another one. */
function fixedUsername(failure: StageFailure): string | null {
  const username = findPresetByHost(failure.settings.host)?.username ?? null
  return username === failure.settings.username ? null : username
}

function providerParams(failure: StageFailure): MessageParams {
  const {
    name: provider,
    usernameHint,
    passwordHint,
    needs,
  } = findPresetByHost(failure.settings.host)!
  const noNeeds = { key: 'advice.password-refused-by-provider.no_needs' } as const
  return { provider, usernameHint, passwordHint, needs: needs ?? noNeeds }
}

function supportsNoKnownMethod({ capabilities }: StageFailure) {
  const methods = capabilities?.authMethods ?? []
  return methods.length > 0 && !methods.some((method) => METHODS.includes(method))
}
