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
  return presetOfHost(settings.host)?.label ?? settings.host
}

/** Refused logins that a provider has words or numbers of its own for. */
export const LOGIN_BY_WORDS: AdviceRow[] = [
  {
    name: 'fixed-username',
    stage: ['login'],
    status: /^5/,
    when: (failure) => fixedUsername(failure) !== null,
    cause: (failure) =>
      `At ${providerOf(failure)} everybody logs in with the username “${fixedUsername(failure)}”, whatever the account is called. Who it is says the password, which is an API key.`,
    steps: [
      (failure) => `Set the username to ${fixedUsername(failure)}.`,
      'Enter an API key as the password.',
    ],
    correction: (failure) => ({ username: fixedUsername(failure) }),
  },
  {
    name: 'gmail-app-password',
    stage: ['login'],
    text: /application-specific password required|InvalidSecondFactor/i,
    cause:
      'The account has two-step verification, so Google does not take its password from apps. It wants an app password: one that it makes for a single app.',
    steps: [
      'Open myaccount.google.com/apppasswords, logged in as this account.',
      'Make an app password, and enter its 16 letters here as the password.',
      'If the page says that app passwords are not available, an administrator of your Google Workspace has switched them off.',
    ],
  },
  {
    name: 'gmail-web-login',
    stage: ['login'],
    text: /WebLoginRequired|log ?in (with|via) your web browser|5\.7\.14\b/i,
    cause:
      'Google found this login suspicious, mostly because it comes from a new place, and wants to see a person first.',
    steps: [
      'Log in to the account in a web browser, and confirm the login that Google asks about.',
      'Make an app password at myaccount.google.com/apppasswords and use it here.',
    ],
  },
  {
    name: 'gmail-password',
    stage: ['login'],
    when: ({ status, text, settings }) =>
      status === 535 && (/gsmtp|BadCredentials/.test(text) || GOOGLE.test(settings.host)),
    cause:
      'Google refused username and password. It takes no password of an account from apps any more, only app passwords.',
    steps: [
      'Switch on two-step verification for the account, if it is not.',
      'Make an app password at myaccount.google.com/apppasswords, and enter its 16 letters here as the password.',
      'Check that the username is the whole e-mail address.',
    ],
  },
  {
    name: 'yahoo-app-password',
    stage: ['login'],
    when: ({ status, text, settings }) =>
      /#(AUTH|MBR)\d+/.test(text) || (status === 535 && YAHOO.test(settings.host)),
    cause:
      'Yahoo, which also runs the mail of AOL and AT&T, refused the login. It takes no password of an account from apps, only app passwords.',
    steps: [
      'In the security settings of the account choose “Generate app password”, and enter what it shows as the password here.',
      'The username is the whole e-mail address.',
      'If it says that there were too many attempts, wait an hour before the next one.',
    ],
  },
  {
    name: 'office-tenant-disabled',
    stage: ['login'],
    text: /SmtpClientAuthentication is disabled/i,
    cause:
      'Microsoft 365 knows the account, but logging in by SMTP is switched off for the whole organisation (tenant), or for this mailbox.',
    steps: [
      'For this mailbox alone: in the Microsoft 365 admin center open Users, Active users, the user, Mail, Manage email apps, and tick “Authenticated SMTP”.',
      'For all: in the Exchange admin center open Settings, Mail flow, and clear “Turn off SMTP AUTH protocol for your organization”.',
      'Wait some minutes, then test again: it takes a while until it counts.',
    ],
  },
  {
    name: 'office-basic-auth-disabled',
    stage: ['login'],
    text: /basic authentication is disabled/i,
    cause:
      'Microsoft takes no login with a password for this account any more, only one by OAuth, which this app cannot do. That holds for all private Outlook.com and Hotmail accounts.',
    steps: [
      'Send through another provider.',
      'With Microsoft 365 for organisations, ask the administrator about “High Volume Email” or a connector that lets this machine in without a login.',
    ],
  },
  {
    name: 'office-security-defaults',
    stage: ['login'],
    enhanced: /^5\.7\.139$/,
    cause:
      'Microsoft 365 knows the account, but a rule of the organisation forbids this login: the security defaults, a rule of Conditional Access, or two-step verification.',
    steps: [
      'Ask the administrator to except this account: in the Entra admin center under Overview, Properties, Security defaults, or under Conditional Access, “Legacy authentication”.',
      'If the account has two-step verification and app passwords are allowed, make one and enter it here.',
      'Check that “Authenticated SMTP” is ticked for the mailbox (Microsoft 365 admin center, the user, Mail, Manage email apps).',
    ],
  },
  {
    name: 'office-login',
    stage: ['login'],
    when: ({ enhanced, text, settings }) =>
      (enhanced === '5.7.3' && /authentication unsuccessful/i.test(text)) ||
      (/^5\./.test(enhanced ?? '') && MICROSOFT.test(settings.host)),
    cause:
      'Microsoft refused the login: the password is wrong, or logging in by SMTP is switched off for the mailbox or for the organisation.',
    steps: [
      'Check the password by logging in at outlook.office.com with exactly this username.',
      'In the Microsoft 365 admin center open the user, Mail, Manage email apps, and tick “Authenticated SMTP”.',
      'With two-step verification an app password is needed instead of the password.',
    ],
  },
  {
    name: 'ses-credentials',
    stage: ['login'],
    when: ({ text, settings }) =>
      /Authentication Credentials Invalid/.test(text) ||
      /^email-smtp(-fips)?\.[a-z0-9-]+\.amazonaws\.com/.test(settings.host),
    cause:
      'Amazon SES does not know these credentials in this region. They are neither an access key of IAM nor the login of the AWS account, and each region has its own.',
    steps: [
      'In the SES console, in the region of this host, open SMTP settings and choose “Create SMTP credentials”.',
      'Enter the username and the password that it shows. They are shown only once.',
    ],
  },
]
