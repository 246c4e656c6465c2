import { type Health, type HealthState, healthOf } from '../diagnosis/health.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import { type ConfigDetails, type ConfigRow, configDetails, configRow } from './config_rows.js'
import { type ShownTime, shownTime } from './shown_time.js'

/** What is known of a configuration by its tests, as a page shows it. */
export interface ShownHealth {
  state: HealthState
  icon: string
  word: string
  /** Why it is so, where the word does not say it. */
  note: string
  /** The latest test; null: there is none. */
  runId: number | null
  testedAt: ShownTime | null
}

const WORDS: Record<HealthState, { icon: string; word: string; note: string }> = {
  working: { icon: '✓', word: 'Working', note: '' },
  failing: { icon: '✗', word: 'Failing', note: '' },
  untested: { icon: '○', word: 'Not tested', note: '' },
  stale: { icon: '▲', word: 'Stale', note: 'changed since its last test' },
  unreadable: { icon: '✗', word: 'Cannot be decrypted', note: '' },
}

/** Configurations as rows of the list, with what is known of each. */
export async function rowsWithHealth(
  configs: SmtpConfig[]
): Promise<(ConfigRow & { health: ShownHealth })[]> {
  const healths = await healthOf(configs)
  return configs.map((config) => {
    return { ...configRow(config), health: shownHealth(healths.get(config.id)!) }
  })
}

/** What is said about a stored configuration besides its fields, and what is known of it. */
export async function detailsWithHealth(config: SmtpConfig): Promise<ConfigDetails> {
  const healths = await healthOf([config])
  return { ...configDetails(config), health: shownHealth(healths.get(config.id)!) }
}

function shownHealth({ state, runId, testedAt }: Health): ShownHealth {
  return { state, ...WORDS[state], runId, testedAt: testedAt && shownTime(testedAt) }
}
