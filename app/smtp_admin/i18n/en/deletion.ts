/** The page before a deletion, and what is said of what is deleted. */
export default {
  title: 'Delete {name}',
  crumb: 'Delete',
  heading: 'Delete this configuration?',
  warning: 'Warning',

  activeThenServer:
    'This configuration is active. Once it is deleted, mail goes through {name} ({address}).',
  activeThenEnvironment:
    'This configuration is active. Once it is deleted, mail goes through the environment’s server ({address}).',
  activeThenNone:
    'This configuration is active. Once it is deleted, there is no mail server, and mail cannot be sent.',
  accountThenServer:
    'This configuration is the active one of the account {account}. Once it is deleted, the mail of that account goes through {name} ({address}).',
  accountThenEnvironment:
    'This configuration is the active one of the account {account}. Once it is deleted, the mail of that account goes through the environment’s server ({address}).',
  accountThenNone:
    'This configuration is the active one of the account {account}. Once it is deleted, there is no mail server for that account, and its mail cannot be sent.',
  inactive: 'It is not active: no mail goes through it, and deleting it changes nothing for mail.',

  forGood:
    'Its history is kept. The configuration itself, with its password, cannot be brought back.',
  confirm: 'Yes, delete it',
  back: 'No, take me back',

  already: '“{name}” has been deleted already.',
  alreadyBy: '“{name}” has been deleted already, by {by}.',
}
