import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { finishedTests } from './finished_tests.js'
import { SmtpConfig } from './smtp_config.js'

const AT_ONCE = 500

/** Named, so that a row is read as it was in this version of the tables, whatever comes later. */
const COLUMNS = [
  ...['id', 'scope', 'name', 'host', 'port', 'use_tls', 'use_ssl', 'verify_certificate'],
  ...['username', 'password', 'timeout', 'ehlo_name'],
]

/**
 * Writes down, for the rows that were stored before there were columns for it, what the database
 * tells their status by.
 */
export async function backFillStatus(client: QueryClientContract): Promise<void> {
  let configs = await rowsAfter('', client)
  while (configs.length > 0) {
    const latest = await latestTests(configs, client)
    for (const config of configs) {
      const row = client.from('smtp_configs').where('id', config.id)
      await row.update({
        settings_hash: config.settingsHash,
        latest_test_id: latest.get(config.id) ?? null,
        password_key: markOf(config),
      })
    }
    configs = await rowsAfter(configs.at(-1)!.id, client)
  }
}

function rowsAfter(id: string, client: QueryClientContract): Promise<SmtpConfig[]> {
  return SmtpConfig.query({ client })
    .select(COLUMNS)
    .where('id', '>', id)
    .orderBy('id')
    .limit(AT_ONCE)
}

async function latestTests(configs: SmtpConfig[], client: QueryClientContract) {
  const ids = configs.map(({ id }) => id)
  const tests = await finishedTests(ids, client)
    .select('config_id')
    .groupBy('config_id')
    .max('id as latest')
  return new Map(tests.map(({ configId, $extras }) => [configId, Number($extras.latest)]))
}

/** Null where it is not known which key has sealed the password: such a row is tried when it counts. */
function markOf({ hasPassword, password }: SmtpConfig): string | null {
  const [mark = null, ...others] = hasPassword ? SmtpConfig.box.keyMarks : []
  return mark !== null && others.length === 0 && password!.isReadable() ? mark : null
}
