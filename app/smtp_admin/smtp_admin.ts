import { RuntimeException } from '@adonisjs/core/exceptions'
import { type TestSettings, testConfig } from './actions/test_configs.js'
import { type Prerequisites, requirePrerequisites } from './admin/http/prerequisites.js'
import type { AdminParts } from './admin/http/admin_services.js'
import type { MountedGroup } from './admin/routes.js'
import type { DiscoveryResult } from './diagnostics/discovery/context.js'
import type { TestOutcome } from './diagnostics/test_runner.js'
import type { SmtpConfig } from './models/smtp_config.js'
import type { Candidate } from './resolution/candidate.js'
import type { Resolution } from './resolution/resolver.js'
import type { Services } from './services.js'
import type { Author } from './types/main.js'

/** The pages, which are loaded in an app that has what they need. */
export interface PageServices {
  prerequisites: Prerequisites
  mount?: (parts: Omit<AdminParts, 'testLimit' | 'views'>) => MountedGroup
}

const CODE: Author = { id: null, label: null, source: 'code', ip: null }

/** What an app can do with the package. */
export class SmtpAdmin {
  #services: Services
  #pages: PageServices
  #isMounted = false

  constructor(services: Services, pages: PageServices) {
    this.#services = services
    this.#pages = pages
  }

  /**
   * Mounts the pages. The callback receives the route group, for the app's own middleware.
   *
   * @throws E_SMTP_PAGES_UNAVAILABLE, E_NO_CSRF_GUARD in an app without sessions or Shield;
   * RuntimeException when it is called a second time
   * @example
   * ```ts
   * // start/routes.ts
   * smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))
   * ```
   */
  registerRoutes(callback?: (group: MountedGroup) => void) {
    if (this.#isMounted) {
      throw new RuntimeException(
        'The SMTP pages are mounted already: call registerRoutes() once, in start/routes.ts'
      )
    }
    const { prerequisites, mount } = this.#pages
    requirePrerequisites(prerequisites)
    const { config, resolver, tester } = this.#services
    const group = mount!({
      config,
      resolver,
      tester,
      senderAddress: (candidate) => this.#services.senderAddress(candidate),
      discover: (address, signal) => this.discover(address, signal),
      schemaMismatch: () => this.#services.checkSchema(),
    })
    this.#isMounted = true
    callback?.(group)
  }

  /**
   * The servers that a message may use now, best first, and why.
   *
   * @param account whose configurations are considered before the site's
   * @throws E_INVALID_SMTP_ACCOUNT
   * @example
   * ```ts
   * const { candidates, steps } = await smtpAdmin.resolve(user.id)
   * candidates[0]?.host // 'mail.example.com'
   * steps[0].state // 'selected'
   * ```
   */
  resolve(account?: string | number): Promise<Resolution> {
    return this.#services.resolver.resolve(account)
  }

  /**
   * Tests a configuration stage by stage and stores the report.
   *
   * @throws E_SMTP_TESTS_BUSY; E_NO_SENDER when a message is to be sent and has no sender
   * @example
   * ```ts
   * const config = await SmtpConfig.findByOrFail('name', 'Primary Mail Server')
   * const { result } = await smtpAdmin.test(config, { to: 'ops@example.com' })
   * result.verdict // 'passed'
   * ```
   */
  async test(config: SmtpConfig, settings?: TestSettings): Promise<TestOutcome> {
    const services = {
      tester: this.#services.tester,
      senderAddress: (candidate: Candidate) => this.#services.senderAddress(candidate),
    }
    return testConfig(services, config, config.author ?? CODE, settings)
  }

  /**
   * Looks for the mail settings of an email address or a domain.
   *
   * @example
   * ```ts
   * const { servers } = await smtpAdmin.discover('maya@example.com')
   * ```
   */
  async discover(address: string, signal?: AbortSignal): Promise<DiscoveryResult> {
    const { discover } = await import('./diagnostics/discovery/discover.js')
    return discover(address, { ...this.#services.discovery, signal })
  }
}
