import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { translateFor } from '../http/locale.js'
import { findByParam, redirectMissing } from '../http/find_config.js'
import { latestEntryOf, readEntries } from './entries.js'
import { type HistorySubject, historyPage } from './history_page.js'
import { readHistoryQuery } from './history_query.js'
import { AdminServices } from '../http/admin_services.js'

/** What was done to the configurations: to all of them, and to each, even when it is gone. */
@inject()
export default class HistoryController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async index(ctx: HttpContext) {
    return this.#render(ctx, null)
  }

  async ofConfig(ctx: HttpContext) {
    const of = await subjectOf(ctx)
    return of ? this.#render(ctx, of) : redirectMissing(ctx, this.#admin.urlTo)
  }

  async #render(ctx: HttpContext, of: HistorySubject | null) {
    const query = readHistoryQuery(ctx.request.qs())
    const found = await readEntries(query, of?.id ?? null)
    const content = historyPage({ query, found, of }, translateFor(ctx), this.#admin.urlTo)
    return this.#admin.pages.render(ctx, 'history/index', content)
  }
}

/** The configuration of the address, by the name that it has or had last; null: there was none. */
async function subjectOf(ctx: HttpContext): Promise<HistorySubject | null> {
  const config = await findByParam(ctx)
  if (config) {
    return { id: config.id, name: config.name, isStored: true }
  }
  const entry = await latestEntryOf(String(ctx.params.id))
  return entry && { id: entry.configId, name: entry.configName, isStored: false }
}
