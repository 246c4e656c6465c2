import type { HttpContext } from '@adonisjs/core/http'
import type { Tester } from '../../diagnosis/tester.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpTestRun } from '../../models/smtp_test_run.js'
import { storedCandidate } from '../../resolution/stored_candidate.js'
import type { ResolvedSmtpAdminConfig } from '../../types.js'
import type { Pages } from '../pages.js'
import { authorOf } from '../permissions.js'
import { storedConfig } from '../stored_config.js'
import type { PageUrl } from '../urls.js'
import { runPage } from './run_page.js'

/** The pages of the tests: one test, and what starts one. */
export class TestsController {
  #config: ResolvedSmtpAdminConfig
  #tester: Tester
  #pages: Pages
  #urlTo: PageUrl

  constructor(config: ResolvedSmtpAdminConfig, tester: Tester, pages: Pages, urlTo: PageUrl) {
    this.#config = config
    this.#tester = tester
    this.#pages = pages
    this.#urlTo = urlTo
  }

  /** Tests a configuration as it is stored. */
  async run(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (!config) {
      return
    }
    const { id, scope, revision, settingsHash } = config
    const from = config.fromEmail ?? this.#config.fallback.fromAddress
    const { run } = await this.#tester.test({
      candidate: storedCandidate(config),
      tested: { configId: id, scope, revision, settingsHash },
      author: await authorOf(this.#config, ctx),
      envelope: from ? { from, to: from } : null,
      message: 'none',
    })
    ctx.response
      .redirect()
      .status(303)
      .toPath(this.#urlTo('tests.show', { id: run!.id }))
  }

  async show(ctx: HttpContext) {
    const run = await SmtpTestRun.findOrFail(ctx.params.id)
    const config = run.configId ? await SmtpConfig.find(run.configId) : null
    return this.#pages.render(ctx, 'tests/show', runPage(run, config, this.#urlTo))
  }
}
