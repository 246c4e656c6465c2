import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpTestRun } from '../../models/smtp_test_run.js'
import type { ErrorPages } from '../http/error_pages.js'
import { translateFor } from '../http/locale.js'
import type { Pages } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { runPage } from './run_page.js'
import { latestRuns } from './latest_runs.js'
import { runsPage } from './runs_page.js'
import { readRunsQuery } from './runs_query.js'

/** The pages of the tests that were made: all of them, one, and what was said in it. */
export class RunsController {
  #pages: Pages
  #errorPages: ErrorPages
  #urlTo: PageUrl

  constructor(pages: Pages, errorPages: ErrorPages, urlTo: PageUrl) {
    this.#pages = pages
    this.#errorPages = errorPages
    this.#urlTo = urlTo
  }

  async index(ctx: HttpContext) {
    const latest = await latestRuns(readRunsQuery(ctx.request.qs()))
    return this.#pages.render(ctx, 'tests/index', runsPage(translateFor(ctx), latest, this.#urlTo))
  }

  async show(ctx: HttpContext) {
    const run = await find(ctx)
    if (!run) {
      return this.#errorPages.notFound(ctx)
    }
    const config = run.configId ? await SmtpConfig.find(run.configId) : null
    return this.#pages.render(
      ctx,
      'tests/show',
      runPage(translateFor(ctx), run, config, this.#urlTo)
    )
  }

  /** What was said, as a file: never as a page, whatever the server has said. */
  async transcript(ctx: HttpContext) {
    const run = await find(ctx)
    if (!run) {
      return this.#errorPages.notFound(ctx)
    }
    const { response } = ctx
    response.header('Content-Type', 'text/plain; charset=utf-8')
    response.header('Content-Disposition', `attachment; filename="smtp-test-${run.id}.txt"`)
    response.header('X-Content-Type-Options', 'nosniff')
    return response.send(`${run.transcript}\n`)
  }
}

/** No id is longer than the largest number that is one. */
async function find({ params }: HttpContext): Promise<SmtpTestRun | null> {
  const id = String(params.id)
  return /^[1-9]\d{0,14}$/.test(id) ? SmtpTestRun.find(id) : null
}
