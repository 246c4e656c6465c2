/** Which server mail goes through, and why: what was found at each place that was looked at. */
export default {
  siteActive: '{label} is the active configuration in the database.',
  siteActiveAsKnown:
    '{label} is the active configuration in the database, as last known: the database could not be read ({problem}).',
  siteNone: 'No active SMTP configuration found in the database.',
  siteNoneAsKnown:
    'No active SMTP configuration found in the database, as last known: the database could not be read ({problem}).',
  accountActive: '{label} is the active configuration of the account.',
  accountActiveAsKnown:
    '{label} is the active configuration of the account, as last known: the database could not be read ({problem}).',
  accountNone: 'The account has no active SMTP configuration of its own.',
  accountNoneAsKnown:
    'The account has no active SMTP configuration of its own, as last known: the database could not be read ({problem}).',
  unreadDatabase: 'The database could not be read ({problem}).',
  unreadablePassword: 'The stored password of {label} cannot be decrypted: enter it again.',
  environmentServer: 'SMTP_HOST names {server} in the environment.',
  environmentNone: 'SMTP_HOST is not set in the environment.',
  environmentUnusable: "The environment's settings cannot be used. {problems}",
  environmentProblem: '{variable}: {problem}',
}
