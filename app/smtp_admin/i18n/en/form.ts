/** The form of a configuration: to add one, to change it, and to look at it. */
export default {
  list: 'SMTP configurations',
  addCrumb: 'Add',
  addTitle: 'Add SMTP configuration',
  changeTitle: 'Change SMTP configuration',
  viewTitle: 'View SMTP configuration',
  required: '(required)',

  problemNotSaved: {
    one: 'There is a problem: nothing was saved',
    other: 'There are problems: nothing was saved',
  },
  problemNotTested: {
    one: 'There is a problem: nothing was tested',
    other: 'There are problems: nothing was tested',
  },
  passwordNotShown:
    'Everything else is as you typed it. The password is never shown again: enter it once more.',
  note: 'Note',
  warning: 'Warning',
  filledFromTest: 'Filled in from a test: {fields}. Save to keep.',
  filledFromAddress: 'Filled in from the address of this page: {fields}. Save to keep.',
  newFromTest: 'Filled in from a test. Save to keep.',
  passwordAgain:
    'Enter the password again: it would be sent to another server than the stored one.',

  identity: 'Identity',
  name: 'Name',
  nameHelp: 'What you call it, for example Primary Mail Server.',
  active: 'Active',
  activeHelp:
    'Mail goes through the active configuration. Making this one active deactivates the others.',
  activeHelpTested:
    'Mail goes through the active configuration. Making this one active deactivates the others. It has to pass a test first, as it is saved.',

  provider: 'Provider',
  providerHelp: 'Fills in what is known of a provider. All of it can be changed below.',
  providerRegions: 'Regions of {provider}',
  providerRegion: '{provider}, {region}',
  providerNotes: 'Good to know about {provider}',
  providerDocs: 'What {provider} says about it',
  usernameOf: 'Username at {provider}: {hint}.',
  passwordOf: 'Password at {provider}: {hint}.',
  filled: 'Filled in for {provider}. What you had typed elsewhere is still there.',
  undo: 'Undo',
  undone: 'The fields are as they were.',
  discover: 'Find the settings of an e-mail address',
  discoverHelp: 'Not sure what to enter?',

  server: 'Server',
  host: 'Host',
  hostHelp:
    'For example mail.example.com. An address like smtp://mail.example.com:587 is split into host and port.',
  encryption: 'Encryption',
  starttls: 'STARTTLS',
  starttlsHelp: 'Usually port 587. If the server does not offer it, nothing is sent.',
  tls: 'TLS from the start',
  tlsHelp: 'Usually port 465. Often called SSL.',
  none: 'None',
  noneHelp: 'Usually port 25. Mail and password travel in clear text.',
  port: 'Port',
  portHelp: 'From 1 to 65535. Empty: the usual one for the encryption.',
  encryptionIsNow: 'The encryption is now {encryption}, the usual one for port {port}.',
  portIsNow: 'The port is now {port}, the usual one for this encryption.',

  login: 'Login',
  username: 'Username',
  usernameHelp: 'Leave empty for a server that needs no login.',
  password: 'Password',
  passwordHelp: 'Stored encrypted, and never shown again.',
  passwordUnreadable:
    'The stored password cannot be decrypted: APP_KEY has changed, or the row was altered outside the app. Enter the password again.',
  keep: 'Keep the stored password',
  keepSetBy: 'Keep the stored password, set {date} by {by}',
  keepSet: 'Keep the stored password, set {date}',
  replace: 'Replace it with another one',
  remove: 'Remove it, and the username with it',
  removeHelp: 'Mail is then sent without logging in.',
  newPassword: 'New password',
  newPasswordHelp:
    'A stored password is never sent to another server: when host, port, encryption, certificate check or username change, it has to be entered again.',
  show: 'Show',
  showTyped: 'Show the password that is typed',

  sender: 'Sender',
  fromEmail: 'From address',
  fromEmailHelp:
    'The sender of messages that name none. Empty: MAIL_FROM_ADDRESS of the environment.',
  fromName: 'From name',
  replyTo: 'Reply-to address',

  advanced: 'Advanced',
  advancedSummary: 'Timeout, certificate check, EHLO name and notes',
  timeout: 'Timeout',
  timeoutHelp: 'Seconds to wait for each answer of the server, from 1 to 300.',
  certificate: 'Certificate',
  check: 'Check it',
  checkHelp: 'Only a server that proves its name gets mail and password.',
  uncheck: 'Do not check it',
  uncheckHelp:
    'Anyone in between can read mail and password. Only for a server inside your own network.',
  ehloName: 'EHLO name',
  ehloNameHelp: 'How this app introduces itself to the server. Empty: the name of the machine.',
  notes: 'Notes',
  notesHelp: 'For the next administrator. Never a password.',

  subjectActive: '{name} - {server} (Active)',
  subjectInactive: '{name} - {server} (Inactive)',
  audit: 'Audit',
  scope: 'Scope',
  added: 'Added',
  changed: 'Last changed',
  addedBy: 'Added by',
  changedBy: 'Last changed by',

  save: 'Save',
  saveAndContinue: 'Save and continue editing',
  saveAndView: 'Save and view',
  saveAndAddAnother: 'Save and add another',
  saveAsNew: 'Save as new',
  cancel: 'Cancel',
  close: 'Close',
  delete: 'Delete',
  unsaved: 'Unsaved changes',
  mayEditAgain: 'You may edit it again below.',
  mayAddAnother: 'You may add another one below.',

  copyOf: 'Copy of {name}',
  copyOfAgain: 'Copy {number} of {name}',
  copied:
    'This is a copy that is not saved yet. It does not get the stored password, and it is not active.',
  copiedForAccount: 'This is a copy for account {account}.',

  yes: 'Yes',
  no: 'No',
  nothing: '–',
  checked: 'Checked',
  notChecked: 'Not checked',
  certificateNotChecked: 'Certificate not checked',
  set: 'Set',
  setUnreadable: 'Set, but it cannot be decrypted: somebody has to enter it again',
  notSet: 'None',
  seconds: { one: '{count} second', other: '{count} seconds' },

  doubt465:
    'Port 465 usually takes TLS from the start: with another encryption the connection mostly hangs until the timeout.',
  doubt587:
    'Port 587 usually begins with STARTTLS: with TLS from the start the connection mostly breaks off.',
  doubt25: 'Port 25 is for mail from server to server: TLS from the start is rarely offered there.',
  doubtLogin25:
    'Port 25 is for mail from server to server: many networks block it, and logins are usually taken on port 587 or 465.',
  doubtClearText:
    'Without encryption the password travels in clear text: whoever is in between can read it.',
  doubtCertificate:
    'The certificate of the server is not checked: whoever is in between can read mail and password.',
  doubtOtherDomain:
    'The from address is in {from}, the username in {username}: many servers reject or rewrite such a sender.',
  doubtFreeMail:
    'The from address is one of {provider}, but mail goes through another server: receivers often take it for forged.',
}
