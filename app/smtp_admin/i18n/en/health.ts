/** What is known of a configuration by its tests. */
export default {
  working: 'Working',
  failing: 'Failing',
  untested: 'Not tested',
  stale: 'Stale',
  unreadable: 'Cannot be decrypted',
  staleNote: 'changed since its last test',
}
