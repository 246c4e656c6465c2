/** The help page: the essentials, for whoever manages the servers. */
export default {
  title: 'Help',
  intro: 'What these pages do, in short.',

  active: 'What “active” means',
  activeIs:
    'At most one configuration is active. The next mail that the app sends goes through it, from all of its processes and without a restart. Making another one active deactivates it.',

  order: 'Which server mail goes through',
  orderAccount:
    'The active configuration of the account that a mail is sent for, if it has one of its own.',
  orderSite: 'The active configuration in the database.',
  orderEnvironment: 'The server of the environment: SMTP_HOST and the variables that belong to it.',
  orderNone: 'Without any of them mail cannot be sent, and the app is told so.',
  orderShown: 'What is in effect now, and why, stands above every page.',

  test: 'Testing a server',
  testIs:
    'A test connects to the server, step by step: it looks up the name, encrypts, logs in, and asks whether the server takes a message from the sender. It sends none, unless you enter an address for one.',
  testStale:
    'A test is about the settings as they were. When the connection is changed afterwards, it says nothing any more, and the configuration counts as changed since its test.',

  undo: 'Going back',
  undoIs:
    'After a switch, a button leads back to what was active before. It changes nothing if somebody else has switched meanwhile.',
  undoDelete:
    'A configuration that was deleted cannot be brought back with its password. Its history is kept.',

  environment: 'The server of the environment',
  environmentIs:
    'It belongs to the app and cannot be changed here. It is used while no configuration is active, or when the active one cannot be used.',

  passwords: 'Passwords',
  passwordsAre:
    'A password is kept encrypted and shown to nobody. It is sent only to the server that it was entered for: when host, port, encryption, certificate check or username change, it has to be entered again.',

  permissions: 'Who may do what',
  permissionsAre:
    'The app decides who may see, add, change, delete, activate and test configurations. What you may not do is not offered to you.',

  commands: 'On the command line',
  commandValidate: 'Says whether mail works, through which server, and why not.',
  commandActivate: 'Makes a configuration active.',
  commandMore: 'Every command explains itself with {flag}.',
}
