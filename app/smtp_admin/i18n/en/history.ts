/** What was done to the configurations, when and by whom. */
export default {
  title: 'History',
  titleOf: 'History of {name}',
  all: 'History of all configurations',
  tests: 'Tests',
  gone: 'It has been deleted. What was done to it is kept.',
  caption: 'What was done, the latest first',

  columnTime: 'Time',
  columnAction: 'Action',
  columnChanges: 'Changes',
  columnBy: 'By',

  added: 'Added',
  changed: 'Changed',
  activated: 'Activated',
  deactivated: 'Deactivated',
  deleted: 'Deleted',
  deletedSince: 'deleted since',

  fieldsThen: { one: '{count} field', other: '{count} fields' },
  becomes: 'now',
  reason: 'Reason: {reason}',

  somebody: 'Unknown',
  causedBy: 'because of {who}',
  admin: 'Admin pages',
  api: 'API',
  command: 'Command',
  code: 'Code',
  automatic: 'By itself',

  filterAction: 'Action',
  filterSource: 'Source',
  count: { one: '{count} entry', other: '{count} entries' },

  emptyHeading: 'No history',
  empty: 'Nothing has been done to a configuration yet. Each change will be kept here.',
  emptyOf:
    'Nothing is known of how this configuration came to be. It was probably added by writing to the database directly.',
  nothingHeading: 'Nothing found',
  nothing: 'No entry matches the filters that are on.',
  clear: 'Show all entries',
}
