import { RuntimeException } from '@adonisjs/core/exceptions'
import type { Logger } from '@adonisjs/core/logger'
import type { HttpRouterService } from '@adonisjs/core/types'
import type { Database } from '@adonisjs/lucid/database'
import type { MailerConfig } from '@adonisjs/mail/types'
import type { Events } from './events.js'
import type { EarlyRefusals } from './admin/http/early_refusals.js'
import { type Prerequisites, requirePrerequisites } from './admin/http/prerequisites.js'
import { type MountedGroup, mountPages } from './admin/routes.js'
import { type Limiter, TestLimit } from './admin/test_runs/test_limit.js'
import { ConnectionPools } from './mail/connection_pools.js'
import { DatabaseTransport } from './mail/transport.js'
import { senderAddress } from './mail/sender.js'
import { discover } from './diagnostics/discovery/discover.js'
import type { DiscoveryOptions, DiscoveryResult } from './diagnostics/discovery/context.js'
import { senderCheck } from './diagnostics/email_auth/index.js'
import { setCustomPresets } from './diagnostics/presets/custom_presets.js'
import { TestRunner } from './diagnostics/test_runner.js'
import { describeSchemaMismatch, readSchemaVersion } from './models/schema_version.js'
import { ActiveConfigs } from './resolution/active_configs.js'
import type { Candidate } from './resolution/candidate.js'
import { readEnvironment } from './resolution/environment.js'
import { ResolutionLogger } from './resolution/resolution_logger.js'
import { Resolver } from './resolution/resolver.js'
import { withTimeout } from './resolution/with_timeout.js'
import type { SecretBox } from './secrets/secret_box.js'
import type { Message } from './i18n/types.js'
import { en, format } from './i18n/format.js'
import type { ResolvedSmtpAdminConfig } from './types/main.js'

/** What the plugin needs of the app it runs in. */
export interface AppServices {
  database: Database
  logger: Logger
  router: HttpRouterService
  secretBox: SecretBox
  events: Events
  prerequisites: Prerequisites
  earlyRefusals: EarlyRefusals
  mailConfig: () => Promise<Pick<MailerConfig, 'from' | 'replyTo'>>
  /** What counts the tests of the pages. */
  limiter: () => Promise<Limiter>
}

/** The plugin as an app sees it: what it can do, and the parts that do it. */
export class SmtpAdmin {
  readonly config: ResolvedSmtpAdminConfig
  readonly resolver: Resolver
  readonly pools = new ConnectionPools()
  readonly tester = new TestRunner(senderCheck(() => this.discovery))
  readonly testLimit: TestLimit
  /** How settings are looked for; a test has other name servers than the world. */
  discovery: DiscoveryOptions
  #services: AppServices
  #resolutionLogger: ResolutionLogger
  #isMounted = false

  #configs: ActiveConfigs

  private constructor(
    config: ResolvedSmtpAdminConfig,
    services: AppServices,
    configs: ActiveConfigs,
    resolver: Resolver
  ) {
    this.config = config
    this.#configs = configs
    this.resolver = resolver
    this.#services = services
    this.testLimit = new TestLimit(services.limiter)
    this.discovery = { sources: config.discovery }
    this.#resolutionLogger = new ResolutionLogger(services.logger, services.events)
  }

  static async create(config: ResolvedSmtpAdminConfig, services: AppServices): Promise<SmtpAdmin> {
    // Not from a replica: it may not have heard yet of the switch that the next mail must follow.
    const client = () => services.database.connection(config.connection, { mode: 'write' })
    const configs = new ActiveConfigs(client, services.secretBox, config.databaseTimeout)
    setCustomPresets(config.presets ?? [])
    const resolver = new Resolver(configs, await readEnvironment(config.fallback))
    return new SmtpAdmin(config, services, configs, resolver)
  }

  /**
   * Mounts the pages: the line for start/routes.ts. The callback gets the route group, to put the
   * host's own middleware on it.
   *
   * @throws E_SMTP_PAGES_UNAVAILABLE, E_NO_CSRF_GUARD in an app that has no sessions or no Shield;
   * RuntimeException when it is called a second time
   */
  registerRoutes(callback?: (group: MountedGroup) => void) {
    if (this.#isMounted) {
      throw new RuntimeException(
        'The SMTP pages are mounted already: call registerRoutes() once, in start/routes.ts'
      )
    }
    requirePrerequisites(this.#services.prerequisites)
    const group = mountPages(this.#services.router, this, this.#services.earlyRefusals)
    this.#isMounted = true
    callback?.(group)
  }

  /** Looks for the settings of an address or a domain. */
  discover(input: string, signal?: AbortSignal): Promise<DiscoveryResult> {
    return discover(input, { ...this.discovery, signal })
  }

  /** A transport that sends through whichever server is in effect. */
  transport(): DatabaseTransport {
    return new DatabaseTransport({
      resolver: this.resolver,
      pools: this.pools,
      resolutionLogger: this.#resolutionLogger,
      config: this.config,
      events: this.#services.events,
      mailConfig: this.#services.mailConfig,
    })
  }

  /** The address that mail through this server goes out from unless it names one; null: none. */
  async senderAddress(candidate: Candidate): Promise<string | null> {
    const { environment } = this.resolver
    return senderAddress(candidate, { environment, mailConfig: await this.#services.mailConfig() })
  }

  /**
   * What is wrong between the tables and this version of the plugin; null: nothing, or the database
   * is away, which whoever needs it will say.
   */
  async schemaMismatch(): Promise<Message | null> {
    try {
      const client = this.#services.database.connection(this.config.connection)
      const reading = readSchemaVersion(client)
      return describeSchemaMismatch(await withTimeout(reading, this.config.databaseTimeout))
    } catch {
      return null
    }
  }

  /** The same in English, for commands and the log. */
  async schemaProblem(): Promise<string | null> {
    const mismatch = await this.schemaMismatch()
    return mismatch && format(en, mismatch)
  }

  /** Says in the log, in one line, when the tables are not those that this version works with. */
  async reportSchema(): Promise<void> {
    const problem = await this.schemaProblem()
    if (problem) {
      this.#services.logger.error(problem)
    }
  }

  /** Closes the open connections; what is underway finishes first. */
  async shutdown(): Promise<void> {
    await this.pools.shutdown()
    this.#configs.close()
  }
}
