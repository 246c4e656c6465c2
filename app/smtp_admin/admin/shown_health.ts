import { type Health, type HealthState, healthOf } from '../diagnosis/health.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import { type ConfigDetails, type ConfigRow, configDetails, configRow } from './config_rows.js'
import type { Translate } from '../texts/phrase.js'
import { english } from '../texts/translate.js'
import { type ShownTime, timesIn } from './shown_time.js'

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

const ICONS: Record<HealthState, string> = {
  working: '✓',
  failing: '✗',
  untested: '○',
  stale: '▲',
  unreadable: '✗',
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

/** A state in the words of the pages. */
export function shownHealth(
  { state, runId, testedAt }: Health,
  translate: Translate = english
): ShownHealth {
  return {
    state,
    icon: ICONS[state],
    word: translate(`health.${state}`),
    note: state === 'stale' ? translate('health.staleNote') : '',
    runId,
    testedAt: testedAt && timesIn(translate.language, 'utc')(testedAt),
  }
}
