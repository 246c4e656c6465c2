import '../app/smtp_admin/types/extended.js'
import type { ApplicationService } from '@adonisjs/core/types'
import { RuntimeException } from '@adonisjs/core/exceptions'
import type { HostViews } from '../app/smtp_admin/admin/http/views.js'
import { createEvents } from '../app/smtp_admin/events.js'
import { SmtpConfig } from '../app/smtp_admin/models/smtp_config.js'
import { SmtpHistory } from '../app/smtp_admin/models/smtp_history.js'
import { SmtpTestRun } from '../app/smtp_admin/models/smtp_test_run.js'
import { SecretBox } from '../app/smtp_admin/secrets/secret_box.js'
import type { Services } from '../app/smtp_admin/services.js'
import type { PageServices, SmtpAdmin } from '../app/smtp_admin/smtp_admin.js'
import type { ResolvedSmtpAdminConfig } from '../app/smtp_admin/types/main.js'

/** Registers the package with the app. */
export default class SmtpAdminProvider {
  #services?: Services
  #views?: HostViews

  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton('smtp_admin.services', async () => {
      this.#services = await this.#createServices()
      return this.#services
    })
    this.app.container.singleton('smtp_admin', () => this.#createFacade())
  }

  async boot() {
    const connection = this.app.config.get<string | undefined>('smtp_admin.connection')
    SmtpConfig.connection = connection
    SmtpHistory.connection = connection
    SmtpTestRun.connection = connection
    SmtpConfig.secretBox = new SecretBox(await this.app.container.make('encryption'))
    SmtpConfig.events = createEvents(
      await this.app.container.make('emitter'),
      await this.app.container.make('logger'),
      { mayBeFaked: this.app.inTest }
    )
    if (this.app.usingEdgeJS) {
      const { default: edge } = await import('edge.js')
      const { HostViews: Views } = await import('../app/smtp_admin/admin/http/views.js')
      this.#views = new Views(edge, this.app)
    }
  }

  async shutdown() {
    await this.#services?.shutdown()
  }

  async #createServices(): Promise<Services> {
    const { container } = this.app
    const { Services: SmtpAdminServices } = await import('../app/smtp_admin/services.js')
    return SmtpAdminServices.create(this.#config(), {
      database: await container.make('lucid.db'),
      logger: await container.make('logger'),
      secretBox: SmtpConfig.box,
      events: SmtpConfig.events,
      mailConfig: async () => {
        const mailManager = await container.make('mail.manager')
        return mailManager.config
      },
    })
  }

  /** An app with only the transport, or with commands and no pages, does not load the pages. */
  async #createFacade(): Promise<SmtpAdmin> {
    const { container } = this.app
    const { SmtpAdmin: Facade } = await import('../app/smtp_admin/smtp_admin.js')
    const { findPrerequisites } = await import('../app/smtp_admin/admin/http/prerequisites.js')
    const prerequisites = await findPrerequisites(this.app)
    return new Facade(await container.make('smtp_admin.services'), {
      prerequisites,
      mount: Object.values(prerequisites).every(Boolean) ? await this.#loadPages() : undefined,
    })
  }

  async #loadPages(): Promise<PageServices['mount']> {
    const { mountPages } = await import('../app/smtp_admin/admin/routes.js')
    const { TestLimit, createLimiter } = await import('../app/smtp_admin/admin/http/rate_limit.js')
    const router = await this.app.container.make('router')
    const testLimit = new TestLimit(() => createLimiter(this.app))
    return (parts) => mountPages(router, { ...parts, testLimit, views: this.#views! })
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
