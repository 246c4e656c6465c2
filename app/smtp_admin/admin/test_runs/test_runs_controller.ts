import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpTestRun } from '../../models/smtp_test_run.js'
import { translateFor } from '../http/locale.js'
import { isUuid } from '../http/find_config.js'
import { type RunSubject, type RunsPage, presentRun, presentRuns } from './presenter.js'
import { AdminServices } from '../http/admin_services.js'

const PER_PAGE = 50

/** Nine digits at most, so that the offset stays a safe integer. */
const PAGE_NUMBER = /^[1-9]\d{0,8}$/

/** Stored test runs: the list, a run, and its transcript. */
@inject()
export default class TestRunsController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async index(ctx: HttpContext) {
    const { config, p: page } = ctx.request.qs()
    const id = String(config)
    const subject = isUuid(id) ? await findSubject(id.toLowerCase()) : null
    const runs = await readPage(subject, PAGE_NUMBER.test(page) ? Number(page) : 1)
    const content = presentRuns(runs, translateFor(ctx), this.#admin.urlTo)
    return this.#admin.pages.render(ctx, 'tests/index', content)
  }

  async show(ctx: HttpContext) {
    const run = await find(ctx)
    if (!run) {
      return this.#admin.errorPages.notFound(ctx)
    }
    const config = run.configId ? await SmtpConfig.find(run.configId) : null
    const content = presentRun(run, config, translateFor(ctx), this.#admin.urlTo)
    return this.#admin.pages.render(ctx, 'tests/show', content)
  }

  /** A download, and never a page: the server's replies may contain HTML. */
  async transcript(ctx: HttpContext) {
    const run = await find(ctx)
    if (!run) {
      return this.#admin.errorPages.notFound(ctx)
    }
    const { response } = ctx
    response.header('Content-Type', 'text/plain; charset=utf-8')
    response.header('Content-Disposition', `attachment; filename="smtp-test-${run.id}.txt"`)
    response.header('X-Content-Type-Options', 'nosniff')
    return response.send(`${run.transcript}\n`)
  }
}

async function find({ params }: HttpContext): Promise<SmtpTestRun | null> {
  const id = String(params.id)
  return /^[1-9]\d{0,14}$/.test(id) ? SmtpTestRun.find(id) : null
}

/** The latest runs first. A page after the last one is the last one. */
async function readPage(subject: RunSubject | null, page: number): Promise<RunsPage> {
  const query = SmtpTestRun.query().orderBy('id', 'desc')
  if (subject) {
    query.where('config_id', subject.id)
  }
  const runs = await query.clone().paginate(page, PER_PAGE)
  const { lastPage } = runs
  return page > lastPage
    ? readPage(subject, lastPage)
    : { runs: runs.all(), total: runs.total, page, lastPage, subject }
}

/** Null: the configuration does not exist, and has no test runs from before it was deleted. */
async function findSubject(id: string): Promise<RunSubject | null> {
  const config = await SmtpConfig.find(id)
  if (config) {
    return { id, name: config.name, isStored: true }
  }
  const run = await SmtpTestRun.query().where('config_id', id).orderBy('id', 'desc').first()
  return run && { id, name: run.configName, isStored: false }
}
