import type { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { latestTests } from '../models/smtp_test_run.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { SmtpTestRun } from '../models/smtp_test_run.js'

/**
 * What is known of a configuration. `stale`: its connection has been changed since the latest test;
 * `unreadable`: its password cannot be decrypted, whatever the tests say.
 */
export type HealthState = 'working' | 'failing' | 'untested' | 'stale' | 'unreadable'

/** The state of a configuration, by its latest test. */
export interface Health {
  state: HealthState
  /** The latest test; null: there is none. */
  runId: number | null
  testedAt: DateTime | null
}

type Tested = Pick<SmtpConfig, 'id' | 'password' | 'settingsHash'>

/**
 * The state of each configuration by its id: two queries at most.
 *
 * @param client a transaction to read in
 */
export async function healthOf(
  configs: Tested[],
  client?: QueryClientContract
): Promise<Map<string, Health>> {
  const ids = configs.map(({ id }) => id)
  const latest = await latestTests(ids, client)
  return new Map(configs.map((config) => [config.id, judge(config, latest.get(config.id))]))
}

function judge(config: Tested, run: SmtpTestRun | undefined): Health {
  const tested = { runId: run?.id ?? null, testedAt: run?.createdAt ?? null }
  if (config.password && !config.password.canDecrypt()) {
    return { state: 'unreadable', ...tested }
  }
  if (!run) {
    return { state: 'untested', ...tested }
  }
  if (run.settingsHash !== config.settingsHash) {
    return { state: 'stale', ...tested }
  }
  return { state: run.verdict === 'passed' ? 'working' : 'failing', ...tested }
}
