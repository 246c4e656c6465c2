import type { HttpContext } from '@adonisjs/core/http'
import { translateFor } from '../http/locale.js'
import type { PageRenderer } from '../http/page_renderer.js'
import { findByAddress, toListWithout } from '../http/find_config.js'
import type { PageUrl } from '../http/urls.js'
import { latestEntryOf, readEntries } from './entries.js'
import { type HistorySubject, historyPage } from './history_page.js'
import { readHistoryQuery } from './history_query.js'

/** What was done to the configurations: to all of them, and to each, even when it is gone. */
export class HistoryController {
  #pages: PageRenderer
  #urlTo: PageUrl

  constructor(pages: PageRenderer, urlTo: PageUrl) {
    this.#pages = pages
    this.#urlTo = urlTo
  }

  async index(ctx: HttpContext) {
    return this.#render(ctx, null)
  }

  async ofConfig(ctx: HttpContext) {
    const of = await subjectOf(ctx)
    return of ? this.#render(ctx, of) : toListWithout(ctx, this.#urlTo)
  }

  async #render(ctx: HttpContext, of: HistorySubject | null) {
    const query = readHistoryQuery(ctx.request.qs())
    const found = await readEntries(query, of?.id ?? null)
    const content = historyPage({ query, found, of }, translateFor(ctx), this.#urlTo)
    return this.#pages.render(ctx, 'history/index', content)
  }
}

/** The configuration of the address, by the name that it has or had last; null: there was none. */
async function subjectOf(ctx: HttpContext): Promise<HistorySubject | null> {
  const config = await findByAddress(ctx)
  if (config) {
    return { id: config.id, name: config.name, isStored: true }
  }
  const entry = await latestEntryOf(String(ctx.params.id))
  return entry && { id: entry.configId, name: entry.configName, isStored: false }
}
