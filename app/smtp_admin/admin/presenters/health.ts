import type { DateTime } from 'luxon'
import { type Health, type HealthState, healthOf } from '../../diagnostics/health.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { type ConfigDetails, configDetails } from './config_details.js'
import type { Translator } from '../../i18n/types.js'

/** What is known of a configuration by its tests, as a page shows it. */
export interface ShownHealth {
  state: HealthState
  icon: string
  word: string
  /** Why it is so, where the word does not say it. */
  note: string
  /** The latest test; null: there is none. */
  runId: number | null
  testedAt: DateTime | null
}

const ICONS: Record<HealthState, string> = {
  working: '✓',
  failing: '✗',
  untested: '○',
  stale: '▲',
  unreadable: '✗',
}

/** What is said about a stored configuration besides its fields, and what is known of it. */
export async function detailsWithHealth(config: SmtpConfig): Promise<ConfigDetails> {
  const healths = await healthOf([config])
  return { ...configDetails(config), health: healths.get(config.id) }
}

/** A state in the words of the pages. */
export function shownHealth(
  { state, runId, testedAt }: Health,
  translate: Translator
): ShownHealth {
  return {
    state,
    icon: ICONS[state],
    word: translate(`health.${state}`),
    note: state === 'stale' ? translate('health.staleNote') : '',
    runId,
    testedAt,
  }
}
