import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { RunsQuery } from './runs_query.js'

/** The tests of one page of the list. */
export interface LatestRuns {
  runs: SmtpTestRun[]
  total: number
  page: number
  pages: number
  /** The configuration that the list is of; null: of all. It may be gone, and its tests not. */
  of: { id: string; name: string; isStored: boolean } | null
}

const PER_PAGE = 50

/** The latest tests first: of all where nothing is known of the configuration, and the last page at most. */
export async function latestRuns({ config, page: asked }: RunsQuery): Promise<LatestRuns> {
  const of = config === null ? null : await subjectOf(config)
  const runs = () => {
    const all = SmtpTestRun.query()
    return of ? all.where('config_id', of.id) : all
  }
  const [{ $extras: counted }] = await runs().count('* as total')
  const total = Number(counted.total)
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  const page = Math.min(pages, asked)
  const shown = await runs()
    .orderBy('id', 'desc')
    .offset((page - 1) * PER_PAGE)
    .limit(PER_PAGE)
  return { runs: shown, total, page, pages, of }
}

/** Null: nothing is known of such a configuration. */
async function subjectOf(id: string): Promise<LatestRuns['of']> {
  const config = await SmtpConfig.find(id)
  if (config) {
    return { id, name: config.name, isStored: true }
  }
  const latest = await SmtpTestRun.query().where('config_id', id).orderBy('id', 'desc').first()
  return latest && { id, name: latest.configName, isStored: false }
}
