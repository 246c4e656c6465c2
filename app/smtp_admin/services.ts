import type { Logger } from '@adonisjs/core/logger'
import type { Database } from '@adonisjs/lucid/database'
import type { MailerConfig } from '@adonisjs/mail/types'
import type { DiscoveryOptions } from './diagnostics/discovery/context.js'
import { setCustomPresets } from './diagnostics/presets/custom_presets.js'
import type { TestOutcome, TestRequest, TestRunner } from './diagnostics/test_runner.js'
import type { Events } from './events.js'
import type { Message } from './i18n/types.js'
import { ConnectionPools } from './mail/connection_pool.js'
import { senderAddress } from './mail/sender.js'
import { DatabaseTransport } from './mail/transport.js'
import { ActiveConfigs } from './resolution/active_configs.js'
import type { Candidate } from './resolution/candidate.js'
import { readEnvironment } from './resolution/environment.js'
import { ResolutionLogger } from './resolution/resolution_logger.js'
import { Resolver } from './resolution/resolver.js'
import { withTimeout } from './resolution/database_error.js'
import type { SecretBox } from './secrets/secret_box.js'
import type { ResolvedSmtpAdminConfig } from './types/main.js'

/** What the package needs of the app. */
export interface AppServices {
  database: Database
  logger: Logger
  secretBox: SecretBox
  events: Events
  mailConfig: () => Promise<MailDefaults>
}

/** What applies to messages of every mailer. */
type MailDefaults = Pick<MailerConfig, 'from' | 'replyTo'>

/**
 * The parts that pages, commands and the facade share: `smtp_admin.services` in the container, private to
 * this package. Diagnostics load when the first test is run.
 */
export class Services {
  readonly config: ResolvedSmtpAdminConfig
  readonly resolver: Resolver
  readonly pools = new ConnectionPools()
  readonly events: Events
  /** Where settings are looked up. */
  discovery: DiscoveryOptions
  /** Runs tests, few at a time. */
  readonly tester: Pick<TestRunner, 'test'> = { test: (request) => this.#test(request) }
  #app: AppServices
  #configs: ActiveConfigs
  #resolutionLogger: ResolutionLogger
  #tester?: Promise<TestRunner>
  #mailConfig?: Promise<MailDefaults>

  private constructor(
    config: ResolvedSmtpAdminConfig,
    app: AppServices,
    configs: ActiveConfigs,
    resolver: Resolver
  ) {
    this.config = config
    this.resolver = resolver
    this.events = app.events
    this.discovery = { sources: config.discovery }
    this.#app = app
    this.#configs = configs
    this.#resolutionLogger = new ResolutionLogger(app.logger, app.events)
  }

  static async create(config: ResolvedSmtpAdminConfig, app: AppServices): Promise<Services> {
    // Not from a replica: it may be behind the switch that the next message must follow.
    const client = () => app.database.connection(config.connection, { mode: 'write' })
    const configs = new ActiveConfigs(client, app.secretBox, config.databaseTimeout)
    setCustomPresets(config.presets ?? [])
    const resolver = new Resolver(configs, await readEnvironment(config.fallback))
    return new Services(config, app, configs, resolver)
  }

  /** A transport that sends each message through the server that is selected at that moment. */
  transport(): DatabaseTransport {
    return new DatabaseTransport({
      config: this.config,
      resolver: this.resolver,
      pools: this.pools,
      resolutionLogger: this.#resolutionLogger,
      events: this.events,
      mailConfig: () => this.#mailDefaults(),
    })
  }

  /** The sender of messages that name none, through this server; null: there is none. */
  async senderAddress(candidate: Candidate): Promise<string | null> {
    const { environment } = this.resolver
    return senderAddress(candidate, { environment, mailConfig: await this.#mailDefaults() })
  }

  /** How the tables differ from those of this version; null: not at all, or the database is unavailable. */
  async checkSchema(): Promise<Message | null> {
    const { describeSchemaMismatch, readSchemaVersion } = await import('./models/schema/version.js')
    try {
      const client = this.#app.database.connection(this.config.connection)
      const reading = readSchemaVersion(client)
      return describeSchemaMismatch(await withTimeout(reading, this.config.databaseTimeout))
    } catch {
      return null
    }
  }

  /** Closes every connection when the messages in flight have settled. */
  async shutdown(): Promise<void> {
    await this.pools.shutdown()
    this.#configs.close()
  }

  #mailDefaults(): Promise<MailDefaults> {
    return (this.#mailConfig ??= this.#app.mailConfig())
  }

  async #test(request: TestRequest): Promise<TestOutcome> {
    const tester = await (this.#tester ??= this.#loadTester())
    return tester.test(request)
  }

  async #loadTester(): Promise<TestRunner> {
    const { senderCheck } = await import('./diagnostics/email_auth/index.js')
    const { TestRunner } = await import('./diagnostics/test_runner.js')
    return new TestRunner({
      checkSender: senderCheck(() => this.discovery),
      events: this.events,
    })
  }
}
