import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Message } from '../i18n/types.js'

/** A column that each version of the tables has brought, by which it is known that it is there. */
const MARKS = [
  { table: 'smtp_history', column: 'id' },
  { table: 'smtp_test_runs', column: 'id' },
  { table: 'smtp_configs', column: 'settings_hash' },
]

/** The version of the tables that this version of the package works with. */
export const SCHEMA_VERSION = MARKS.length

/** The version of the tables in this database; 0 when there are none. */
export async function readSchemaVersion(
  client: Pick<QueryClientContract, 'schema'>
): Promise<number> {
  for (const [index, { table, column }] of [...MARKS.entries()].reverse()) {
    // MySQL refuses to look for a column in a table that is not there.
    if ((await client.schema.hasTable(table)) && (await client.schema.hasColumn(table, column))) {
      return index + 1
    }
  }
  return 0
}

/** What is wrong between the tables and the package, and how to put it right; null when nothing is. */
export function describeSchemaMismatch(version: number): Message | null {
  if (version === SCHEMA_VERSION) {
    return null
  }
  return version === 0
    ? { key: 'errors.noTables' }
    : { key: 'errors.otherTables', params: { version, expected: SCHEMA_VERSION } }
}
