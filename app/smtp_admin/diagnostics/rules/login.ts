import type { Values } from '../../i18n/types.js'
import type { AdviceRow } from '../advice.js'
import { presetOfHost } from '../presets/presets.js'
import type { StageFailure } from '../stage_failure.js'
import { ENVELOPE } from './places.js'

/** What this app can log in with. */
const METHODS = ['PLAIN', 'LOGIN', 'CRAM-MD5']

const NO_LOGIN_HERE =
  /(auth(entication)?|login) (is )?(not (available|enabled|supported|allowed|offered|advertised|permitted|implemented|recognized)|disabled)|unrecognized authentication type|unsupported auth|auth(entication)? mechanism .{0,40}not|command (is )?(not implemented|unrecognized|unknown)|(unknown|unrecognized) command/i

const WANTS_LOGIN =
  /auth(entication|enticate)? (is )?required|authenticate first|must (be )?authenticat|(client|sender) (was |is )?not authenticated|not (authenticated|logged in)|login (is )?required|anonymous (mail|client)|unauthenticated (senders|users|mail)|authentication needed|log ?in first/i

function presetOf({ settings }: StageFailure) {
  return presetOfHost(settings.host)
}

/** Whose server it is, and what it wants for a login. */
function hintsOf(failure: StageFailure): Values {
  const { name: provider, usernameHint, passwordHint, needs } = presetOf(failure)!
  const noNeeds = { key: 'advice.password-refused-by-provider.no_needs' } as const
  return { provider, usernameHint, passwordHint, needs: needs ?? noNeeds }
}

function takesNoneOfOurs({ capabilities }: StageFailure) {
  const methods = capabilities?.authMethods ?? []
  return methods.length > 0 && !methods.some((method) => METHODS.includes(method))
}

/** Whether one can log in at all. */
export const LOGIN_NEEDS: AdviceRow[] = [
  {
    name: 'login-after-encryption',
    stage: ['authentication'],
    encryption: ['none'],
    onlyIf: 'not offered',
    when: ({ capabilities }) => capabilities!.startTls,
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'login-not-on-port-25',
    stage: ['authentication'],
    port: [25],
    onlyIf: 'not offered',
    correction: () => ({ port: 587, encryption: 'starttls' }),
  },
  {
    name: 'login-not-offered',
    stage: ['authentication'],
    onlyIf: 'not offered',
  },
  {
    name: 'login-methods-unknown',
    stage: ['authentication'],
    when: takesNoneOfOurs,
    values: ({ capabilities }) => ({
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
      kind === 'ENOAUTH' || status === 530 || (status !== null && WANTS_LOGIN.test(text)),
  },
]

/** Logins that were refused for a reason that is not the password. */
export const LOGIN: AdviceRow[] = [
  {
    name: 'login-method-refused',
    stage: ['authentication'],
    when: ({ status, text }) =>
      status !== null && ([502, 503, 504].includes(status) || NO_LOGIN_HERE.test(text)),
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
    name: 'login-not-now',
    stage: ['authentication'],
    status: /^4/,
  },
]

/** What is left: a no without a reason. */
export const PASSWORDS: AdviceRow[] = [
  {
    name: 'password-refused-by-provider',
    stage: ['authentication'],
    status: /^5/,
    when: (failure) => presetOf(failure)?.kind === 'provider',
    values: hintsOf,
  },
  {
    name: 'password-refused',
    stage: ['authentication'],
    status: /^5(34|35|30|50|54)$/,
  },
]
