import { english, say } from '../../texts/translate.js'
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

function takesNoneOfOurs({ offers }: StageFailure) {
  const methods = offers?.authMethods ?? []
  return methods.length > 0 && !methods.some((method) => METHODS.includes(method))
}

/** Whether one can log in at all. */
export const LOGIN_NEEDS: AdviceRow[] = [
  {
    name: 'login-after-encryption',
    stage: ['login'],
    encryption: ['none'],
    onlyIf: 'not offered',
    when: ({ offers }) => offers!.startTls,
    cause:
      'The server offers a login only once the connection is encrypted, and these settings say no encryption.',
    steps: ['Set the encryption to STARTTLS, and leave the port as it is.'],
    correction: () => ({ encryption: 'starttls' }),
  },
  {
    name: 'login-not-on-port-25',
    stage: ['login'],
    port: [25],
    onlyIf: 'not offered',
    cause:
      'The server offers no login on port 25: that port is for servers that bring mail to each other.',
    steps: [
      'Set the port to 587 with STARTTLS: it is made for apps that log in.',
      'If the server is a relay of your own network that asks for no login, remove username and password.',
    ],
    correction: () => ({ port: 587, encryption: 'starttls' }),
  },
  {
    name: 'login-not-offered',
    stage: ['login'],
    onlyIf: 'not offered',
    cause:
      'A username and a password are set, but the server offers no login. Mail is not sent without one when one is set.',
    steps: [
      'If the server wants no login, as a relay of your own network or a test server does, remove username and password.',
      'Otherwise check host and port: a login is mostly on 587 with STARTTLS, or on 465 with TLS.',
      'On a server of your own, switch the login on (with Postfix: smtpd_sasl_auth_enable).',
    ],
  },
  {
    name: 'login-methods-unknown',
    stage: ['login'],
    when: takesNoneOfOurs,
    cause: ({ offers }) =>
      `The server takes a login only by ${offers!.authMethods.join(', ')}; this app logs in with a password (${METHODS.join(', ')}).`,
    steps: [
      'Ask your provider for a login with a password, or an app password, by SMTP.',
      'On a server of your own, switch PLAIN or LOGIN on, over encrypted connections only.',
    ],
  },
  {
    name: 'office-anonymous',
    stage: ENVELOPE,
    enhanced: /^5\.7\.57$/,
    cause:
      'Microsoft 365 takes no mail from somebody who is not logged in, and nobody logged in: no username and password are set.',
    steps: [
      'Enter the username, which is the whole e-mail address, and the password of the mailbox.',
      'In the Microsoft 365 admin center open the user, Mail, Manage email apps, and tick “Authenticated SMTP”.',
    ],
  },
  {
    name: 'login-required',
    stage: ENVELOPE,
    when: ({ kind, status, text }) =>
      kind === 'ENOAUTH' || status === 530 || (status !== null && WANTS_LOGIN.test(text)),
    cause: 'The server takes mail only from somebody who is logged in.',
    steps: [
      'Enter a username and a password.',
      'If they are set and the login has passed, ask the provider whether this account may send.',
    ],
  },
]

/** Logins that were refused for a reason that is not the password. */
export const LOGIN: AdviceRow[] = [
  {
    name: 'login-method-refused',
    stage: ['login'],
    when: ({ status, text }) =>
      status !== null && ([502, 503, 504].includes(status) || NO_LOGIN_HERE.test(text)),
    cause: 'The server does not take a login here, or not in this way.',
    steps: [
      'Check host and port: a login is mostly on 587 with STARTTLS, or on 465 with TLS.',
      'Check that the provider has switched sending by SMTP on for this account.',
      'If the server wants no login, remove username and password.',
    ],
  },
  {
    name: 'too-many-logins',
    stage: ['login'],
    text: /too many.{0,40}(login|log-in|auth|attempt|fail|bad)|(login|auth\w*|attempts?) (rate )?limit|(exceeded|maximum).{0,40}(login|auth\w*) attempts|try again later.{0,40}(login|auth)|(login|auth).{0,40}try again later/i,
    cause:
      'There were too many logins in a short time, so the server takes none from here for a while. The password may be right.',
    steps: [
      'Wait: mostly a quarter of an hour, with some providers a day. Every attempt meanwhile makes it longer.',
      'Look for another app or process that logs in with an old password.',
    ],
  },
  {
    name: 'account-locked',
    stage: ['login'],
    text: /\b(account|user|mailbox|login|access)\b.{0,60}\b(lock|block|disabl|suspend|deactivat|inactive|not active|banned|closed)|\b(lock|block|disabl|suspend|deactivat)\w*\b.{0,40}\b(account|user|mailbox)/i,
    cause: 'The provider has locked this account, or has switched it off for sending.',
    steps: [
      'Log in to the website of the provider: it mostly says why, and how to unlock the account.',
      'Change the password if somebody else may know it.',
    ],
  },
  {
    name: 'login-not-now',
    stage: ['login'],
    status: /^4/,
    cause:
      'The server could not check the login at the moment. The username and the password may be right.',
    steps: [
      'Test again in some minutes.',
      'If it stays like that for hours, ask the provider. On a server of your own, look at the log of its login service.',
    ],
  },
]

/** What is left: a no without a reason. */
export const PASSWORDS: AdviceRow[] = [
  {
    name: 'password-refused-by-provider',
    stage: ['login'],
    status: /^5/,
    when: (failure) => presetOf(failure)?.kind === 'provider',
    cause: (failure) =>
      `The login was refused by ${presetOf(failure)!.label}: username and password do not go together, or it wants others than you have entered.`,
    steps: [
      (failure) => `The username: ${say(english, presetOf(failure)!.usernameHint)}.`,
      (failure) => `The password: ${say(english, presetOf(failure)!.passwordHint)}.`,
      (failure) => {
        const { needs } = presetOf(failure)!
        return needs
          ? say(english, needs)
          : 'Check that sending by SMTP is switched on for the account.'
      },
    ],
  },
  {
    name: 'password-refused',
    stage: ['login'],
    status: /^5(34|35|30|50|54)$/,
    cause: 'The server refused the login: username and password do not go together.',
    steps: [
      'Enter the password once more: a blank at its end, or one letter too few, is easily copied.',
      'Try the whole e-mail address as the username; some servers want only the part before the @.',
      'With two-step verification, many providers want an app password: one that they make for a single app.',
      'Check that sending by SMTP is switched on in the settings of the mailbox.',
    ],
  },
]
