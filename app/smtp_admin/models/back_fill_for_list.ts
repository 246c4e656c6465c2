import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { latestTests } from './latest_tests.js'
import { SmtpConfig } from './smtp_config.js'
import { keptOf } from './kept_test.js'
import { searchTextOf } from './search_text.js'

const AT_ONCE = 500

/** Named, so that a row is read as it was in this version of the tables, whatever comes later. */
const COLUMNS = [
  ...['id', 'scope', 'name', 'host', 'port', 'use_tls', 'use_ssl', 'verify_certificate'],
  ...['username', 'password', 'timeout', 'ehlo_name', 'from_email'],
]

/**
 * Writes down, for the rows that were stored before there were columns for it, what the list tells
 * their status by and searches.
 */
export async function backFillForList(client: QueryClientContract): Promise<void> {
  let configs = await rowsAfter('', client)
  while (configs.length > 0) {
    const ids = configs.map(({ id }) => id)
    const latest = await latestTests(ids, client)
    for (const config of configs) {
      const row = client.from('smtp_configs').where('id', config.id)
      await row.update({
        settings_hash: config.settingsHash,
        password_key: markOf(config),
        search_text: searchTextOf(config),
        ...keptOf(latest.get(config.id) ?? null),
      })
    }
    configs = await rowsAfter(ids.at(-1)!, client)
  }
}

function rowsAfter(id: string, client: QueryClientContract): Promise<SmtpConfig[]> {
  return SmtpConfig.query({ client })
    .select(COLUMNS)
    .where('id', '>', id)
    .orderBy('id')
    .limit(AT_ONCE)
}

/** Null where it is not known which key has sealed the password: such a row is tried when it counts. */
function markOf({ hasPassword, password }: SmtpConfig): string | null {
  const [mark = null, ...others] = hasPassword ? SmtpConfig.box.keyMarks : []
  return mark !== null && others.length === 0 && password!.isReadable() ? mark : null
}
