import '../app/smtp_admin/types/extended.js'
import type { ApplicationService } from '@adonisjs/core/types'
import { RuntimeException } from '@adonisjs/core/exceptions'
import { EarlyRefusals } from '../app/smtp_admin/admin/http/early_refusals.js'
import { findBadToken, findPrerequisites } from '../app/smtp_admin/admin/http/prerequisites.js'
import { makeLimiter } from '../app/smtp_admin/admin/test_runs/limiter.js'
import { mountViews } from '../app/smtp_admin/admin/http/views.js'
import { createEvents } from '../app/smtp_admin/events.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import { SmtpHistory } from '../app/smtp_admin/models/smtp_history.js'
import { SmtpTestRun } from '../app/smtp_admin/models/smtp_test_run.js'
import { SecretBox } from '../app/smtp_admin/secrets/secret_box.js'
import { SmtpAdmin } from '../app/smtp_admin/smtp_admin.js'
import type { ResolvedSmtpAdminConfig } from '../app/smtp_admin/types/main.js'

/** Registers the plugin with the app. */
export default class SmtpAdminProvider {
  #smtpAdmin?: SmtpAdmin
  #earlyRefusals = new EarlyRefusals()
  #unwatch: (() => void) | null = null

  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton('smtp_admin', async () => {
      this.#smtpAdmin = await this.#create()
      return this.#smtpAdmin
    })
  }

  async boot() {
    const connection = this.app.config.get<string | undefined>('smtp_admin.connection')
    SmtpConfig.connection = connection
    SmtpHistory.connection = connection
    SmtpTestRun.connection = connection
    SmtpConfig.secretBox = new SecretBox(await this.app.container.make('encryption'))
    SmtpConfig.events = createEvents(
      await this.app.container.make('emitter'),
      await this.app.container.make('logger')
    )
    if (this.app.usingEdgeJS) {
      const { default: edge } = await import('edge.js')
      mountViews(edge, this.app)
    }
    await this.#watchRefusals()
  }

  /** An app that serves people says once, when it starts, that its tables are not up to date. */
  async ready() {
    if (this.app.getEnvironment() === 'web') {
      const smtpAdmin = await this.app.container.make('smtp_admin')
      await smtpAdmin.reportSchema()
    }
  }

  async shutdown() {
    this.#unwatch?.()
    await this.#smtpAdmin?.shutdown()
  }

  /** Before the app adds its own middleware: that is in the files that are loaded next. */
  async #watchRefusals() {
    const badToken = await findBadToken()
    this.#unwatch = badToken && this.#earlyRefusals.watchTokens(badToken)
    this.#earlyRefusals.watchBodies(await this.app.container.make('router'))
  }

  async #create() {
    const { container } = this.app
    return SmtpAdmin.create(this.#config(), {
      database: await container.make('lucid.db'),
      logger: await container.make('logger'),
      router: await container.make('router'),
      secretBox: SmtpConfig.box,
      events: SmtpConfig.events,
      prerequisites: await findPrerequisites(this.app),
      earlyRefusals: this.#earlyRefusals,
      mailConfig: async () => {
        const mailManager = await container.make('mail.manager')
        return mailManager.config
      },
      limiter: () => makeLimiter(this.app),
    })
  }

  #config() {
    const config = this.app.config.get<ResolvedSmtpAdminConfig | null>('smtp_admin', null)
    if (!config?.prefix) {
      throw new RuntimeException(
        'Invalid "config/smtp_admin.ts" file. Make sure that it exports what "defineConfig" returns'
      )
    }
    return config
  }
}
