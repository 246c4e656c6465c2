import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Message } from '../../i18n/types.js'

/** A column that each version of the tables has added. */
const MARKERS = [{ table: 'smtp_test_runs', column: 'id' }]

/** The version of the tables that this version of the package works with. */
export const SCHEMA_VERSION = MARKERS.length

/** The version of the tables in this database; 0 when there are none. */
export async function readSchemaVersion(
  client: Pick<QueryClientContract, 'schema'>
): Promise<number> {
  for (const [index, { table, column }] of [...MARKERS.entries()].reverse()) {
    // MySQL fails to look for a column in a table that does not exist.
    if ((await client.schema.hasTable(table)) && (await client.schema.hasColumn(table, column))) {
      return index + 1
    }
  }
  return 0
}

/** How the tables differ from those of this version, and what to do; null: not at all. */
export function describeSchemaMismatch(version: number): Message | null {
  if (version === SCHEMA_VERSION) {
    return null
  }
  return version === 0
    ? { key: 'errors.noTables' }
    : { key: 'errors.otherTables', params: { version, expected: SCHEMA_VERSION } }
}
