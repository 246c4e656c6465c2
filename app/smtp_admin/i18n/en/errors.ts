/** The pages that say why there is nothing else to see. */
export default {
  back: 'Back to the SMTP configurations',
  nothingChanged: 'Nothing was changed.',

  forbidden: 'No permission',
  mayNotView: 'You do not have permission to see the SMTP configurations.',
  mayNotAdd: 'You do not have permission to add SMTP configurations.',
  mayNotChange: 'You do not have permission to change SMTP configurations.',
  mayNotDelete: 'You do not have permission to delete SMTP configurations.',
  mayNotActivate: 'You do not have permission to activate or deactivate SMTP configurations.',
  mayNotTest: 'You do not have permission to test SMTP configurations.',
  askAdministrator: 'If you need to, ask an administrator of this site.',
  closed: 'These pages are closed to everybody: config/smtp_admin.ts has no “authorize”.',

  notFound: 'Page not found',
  noPage: 'There is no page at this address. It may have been mistyped, or be an old one.',

  refused: 'This cannot be done',
  problems: 'There are problems',
  nothingChangedBecause: 'Nothing was changed:',
  gone: 'Deleted meanwhile',
  deletedMeanwhile:
    'The SMTP configuration has been deleted meanwhile, so nothing was changed. The history has what it was.',
  busy: 'Busy',
  testsRunning:
    'As many tests are running as may run at once. Wait until one of them has ended, then test again.',
  tooManyTests: 'Too many tests',
  testedTooOften: {
    one: 'You have tested too often in a short time. Test again in {count} second.',
    other: 'You have tested too often in a short time. Test again in {count} seconds.',
  },
  notMigrated: 'The database is not up to date',
  noTables:
    'The tables of adonis-smtp-admin are not in the database yet. Run "node ace migration:run".',
  otherTables:
    'The tables of adonis-smtp-admin are of version {version}, and the installed package works with version {expected}. Run "node ace configure adonis-smtp-admin", then "node ace migration:run".',

  failed: 'Something went wrong',
  inLog: 'Something failed that should not have. The reason is in the log.',
  inLogUnder:
    'Something failed that should not have. The reason is in the log, under the request ID {id}.',
}
