/** The list of configurations. */
export default {
  title: 'SMTP configurations',
  add: 'Add configuration',

  searchLabel: 'Search',
  searchHelp:
    'Name, host, username or from address. Every word must be found; put “quotation marks” around words that belong together.',
  searchButton: 'Search',
  clearSearch: 'Clear search',

  filters: 'Filters',
  filtersOn: { one: 'Filters ({count} on)', other: 'Filters ({count} on)' },
  filterEncryption: 'Encryption',
  filterScope: 'Used by',
  all: 'All',
  yes: 'Yes',
  no: 'No',
  scopeSite: 'The site',
  scopeAccounts: 'Accounts',
  chips: 'Filters that are on',
  chip: '{filter}: {value}',
  removeChip: 'Remove the filter {filter}: {value}',
  clearFilters: 'Clear all filters',

  starttls: 'STARTTLS',
  tls: 'TLS',
  noEncryption: 'No encryption',

  columnStatus: 'Status',
  columnName: 'Name',
  columnServer: 'Server',
  columnActive: 'Active',
  columnUpdated: 'Updated',
  columnActions: 'Actions',
  sortBy: 'Sort by:',
  ascending: 'sorted ascending, {place} of {count}',
  descending: 'sorted descending, {place} of {count}',
  removeSort: 'Do not sort by {column}',

  ofAccount: 'Account {account}',
  activeSite: 'Active for the site',
  activeAccount: 'Active for account {account}',
  inactive: 'Inactive',
  certificateUnchecked: 'Certificate not checked',
  unreadable: 'Enter the password again.',
  updatedBy: 'by {author}',
  test: 'Test',

  count: { one: '{count} configuration', other: '{count} configurations' },
  found: {
    one: '{count} result ({total} in total)',
    other: '{count} results ({total} in total)',
  },
  pages: 'Pages of the list',
  page: 'Page {page} of {pages}',
  showAll: 'Show all {count}',
  showPages: 'Show in pages',

  emptyHeading: 'No SMTP configurations yet',
  emptyText:
    'A configuration is a mail server that this app can send through. Until one is active, nothing changes: what is used is shown above, under “In effect now”.',
  emptyAdd: 'Add your first configuration',
  emptyImport: 'Start from the environment’s settings',
  emptyImportNote:
    'Everything but the password is filled in. It is not active until you make it so.',
  emptyFind: 'Find the settings of an e-mail address',
  localInbox:
    'This is not production: Mailpit or a similar program on this machine (localhost:1025) shows every message, and delivers none.',
  localInboxAdd: 'Add such an inbox',
  nothingHeading: 'Nothing found',
  nothingFound: 'No configuration matches “{search}”.',
  nothingFoundFiltered: 'No configuration matches “{search}” and the filters that are on.',
  nothingFiltered: 'No configuration matches the filters that are on.',
  nothingClear: { one: 'Show the {count} configuration', other: 'Show all {count} configurations' },
}
