/** The home page of the section. */
export default {
  title: 'Overview',
  add: 'Add configuration',
  find: 'Find settings',

  attention: 'Needs attention',
  fine: 'Nothing right now.',
  fineInUse: 'Nothing that mail goes through.',
  idleFailing: {
    one: '{count} inactive configuration failed its latest test.',
    other: '{count} inactive configurations failed their latest tests.',
  },
  idleUnreadable: {
    one: 'The password of {count} inactive configuration cannot be decrypted.',
    other: 'The passwords of {count} inactive configurations cannot be decrypted.',
  },
  showIdle: { one: 'Show it', other: 'Show them' },
  error: 'Error:',
  warning: 'Warning:',
  noServer: 'Mail cannot be sent: there is no server that can be used.',
  failing: '“{name}” is active, but its latest test failed.',
  unreadable: '“{name}” is active, but its password cannot be decrypted: enter it again.',
  stale: '“{name}” is active, and its connection has been changed since its latest test.',
  untested: '“{name}” is active, and nobody has tested it yet.',
  clearText: '“{name}” is active, and sends its password in clear text.',
  unchecked:
    '“{name}” is active, and does not check the certificate of its server: whoever is in between can read mail and password.',
  certificateEnds: {
    one: 'The certificate of the server of “{name}” expires in {count} day.',
    other: 'The certificate of the server of “{name}” expires in {count} days.',
  },
  certificateEnded: 'The certificate of the server of “{name}” has expired since its latest test.',
  open: 'Open',
  test: 'Test',
  seeTest: 'See the test',
  toList: 'To the configurations',

  configs: 'Configurations',
  all: { one: 'The {count} configuration', other: 'All {count} configurations' },

  recent: 'Recent actions',
  noRecent: 'Nothing has been done yet.',
  history: 'Whole history',
}
