/** The banner of every page: which server a message sent now would use, and why. */
export default {
  title: 'In effect now',
  environment: 'The environment’s server',
  nothing: 'No mail server: mail cannot be sent',
  unencrypted: 'no encryption',
  unchecked: 'Certificate not checked',
  tested: 'tested {ago}',
  test: 'Test this server',

  becauseSite: 'Because it is the active configuration of the site.',
  becauseSiteAsKnown:
    'Because it was the active configuration of the site when the database could last be read. Now it cannot: {problem}',
  becauseAccount: 'Because it is the active configuration of the account.',
  becauseAccountAsKnown:
    'Because it was the active configuration of the account when the database could last be read. Now it cannot: {problem}',

  how: 'How this was decided',
  step: '{source}: {state}.',
  site: 'Database',
  account: 'Account',
  environmentStep: 'Environment',
  used: 'used',
  next: 'not needed',
  unusable: 'cannot be used',
  absent: 'none',
}
