/** What was done to a configuration, and what follows from it for mail. */
export default {
  added: '“{name}” was added.',
  addedAndActivated: '“{name}” was added and made active.',
  changed: '“{name}” was changed.',
  changedAndActivated: '“{name}” was changed and made active.',
  changedAndDeactivated: '“{name}” was changed and deactivated.',
  changedKeepingPassword: '“{name}” was changed, with the stored password kept.',
  changedAndActivatedKeepingPassword:
    '“{name}” was changed and made active, with the stored password kept.',
  changedAndDeactivatedKeepingPassword:
    '“{name}” was changed and deactivated, with the stored password kept.',
  activated: '“{name}” was activated.',
  deactivated: '“{name}” was deactivated.',
  deleted: '“{name}” was deleted.',

  nextMail: 'The next mail goes through it.',
  mailThrough: 'Mail goes through {name} ({address}).',
  mailThroughEnvironment: 'Mail goes through the environment’s server ({address}).',
  noServer: 'Now there is no mail server, and mail cannot be sent.',
  withoutItThrough: 'Without it, mail goes through {name} ({address}).',
  withoutItThroughEnvironment:
    'Without it, mail goes through the environment’s server ({address}).',
  withoutItNoServer: 'Without it, there is no mail server, and mail cannot be sent.',

  untested: 'It has not been tested.',
  failing: 'Its latest test failed.',
  stale: 'Its connection has been changed since its latest test.',

  switchedTo:
    'Nothing was changed. Somebody has switched since then, and made “{name}” active: decide again, by what is in effect now.',
  switchedToBy:
    'Nothing was changed. {by} has switched since then, and made “{name}” active: decide again, by what is in effect now.',
  switchedToNone:
    'Nothing was changed. Somebody has switched since then, and left no configuration active: decide again, by what is in effect now.',
  switchedToNoneBy:
    'Nothing was changed. {by} has switched since then, and left no configuration active: decide again, by what is in effect now.',
}
