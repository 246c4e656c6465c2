import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpHistory } from '../../models/smtp_history.js'
import type { HistoryQuery } from './history_query.js'

/** One page of the history. */
export interface Entries {
  /** The latest first. */
  entries: SmtpHistory[]
  total: number
  page: number
  pages: number
  /** The ids of the configurations that are still there. */
  stored: Set<string>
}

const PER_PAGE = 50

/**
 * Reads a page of the history; one that is not there is the last one.
 *
 * @param configId of one configuration, which may be gone; null: of all
 */
export async function readEntries(query: HistoryQuery, configId: string | null): Promise<Entries> {
  const matching = () => {
    const { action__exact: action, source__exact: source } = query.filters
    return SmtpHistory.query().where({
      ...(configId && { config_id: configId }),
      ...(action && { action }),
      ...(source && { source }),
    })
  }
  const [{ $extras: counted }] = await matching().count('* as total')
  const total = Number(counted.total)
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  const page = Math.min(query.page, pages)
  const entries = await matching()
    .orderBy('id', 'desc')
    .offset((page - 1) * PER_PAGE)
    .limit(PER_PAGE)
  return { entries, total, page, pages, stored: await storedAmong(entries) }
}

/** The latest entries of all configurations. */
export async function latestEntries(limit: number): Promise<Pick<Entries, 'entries' | 'stored'>> {
  const entries = await SmtpHistory.query().orderBy('id', 'desc').limit(limit)
  return { entries, stored: await storedAmong(entries) }
}

/** The latest entry of a configuration; null: nothing is known of it. */
export function latestEntryOf(configId: string): Promise<SmtpHistory | null> {
  return SmtpHistory.query().where('config_id', configId).orderBy('id', 'desc').first()
}

async function storedAmong(entries: SmtpHistory[]): Promise<Set<string>> {
  const ids = [...new Set(entries.map(({ configId }) => configId))]
  const configs = ids.length > 0 ? await SmtpConfig.query().select('id').whereIn('id', ids) : []
  return new Set(configs.map(({ id }) => id))
}
