import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { healthOf } from '../../diagnostics/health.js'
import { translateFor } from '../http/locale.js'
import { breakableText } from '../presenters/breakable.js'
import { countFacets } from './facets.js'
import { type ListParams, parseListParams } from './list_params.js'
import { type ListPage, MAX_ROWS_ON_ONE_PAGE, presentList } from './list_presenter.js'
import { ListQuery, ROW_COLUMNS } from './list_sql.js'
import { AdminServices } from '../http/admin_services.js'

/** The list of configurations. */
@inject()
export default class ListController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async index(ctx: HttpContext) {
    const { perPage, columns } = this.#admin.config.list
    const list = await readList(parseListParams(ctx.request.qs()), perPage)
    const options = { perPage, columns, environment: this.#admin.resolver.environment.candidate }
    ctx.view.share({ breakable: await breakableText() })
    const page = presentList(list, options, translateFor(ctx), this.#admin.urlTo)
    return this.#admin.pages.render(ctx, 'configs/index', page)
  }
}

/** Reads a page of the list, or the last page if the list has fewer. */
async function readList(params: ListParams, perPage: number): Promise<ListPage> {
  const list = await ListQuery.prepare(params)
  const facets = await countFacets(params, list)
  const isAll = params.isAll && facets.found <= MAX_ROWS_ON_ONE_PAGE
  const size = isAll ? MAX_ROWS_ON_ONE_PAGE : perPage
  const lastPage = Math.max(1, Math.ceil(facets.found / size))
  const page = Math.min(params.page, lastPage)
  const configs = await list.sorted().select(ROW_COLUMNS).forPage(page, size)
  const healths = await healthOf(configs, list.client)
  const rows = configs.map((config) => ({ config, health: healths.get(config.id)! }))
  return { params: { ...params, page, isAll }, rows, facets, lastPage }
}
