import type { HttpRouterService } from '@adonisjs/core/types'
import type { TestServices } from '../../actions/test_configs.js'
import type { DiscoveryResult } from '../../diagnostics/discovery/context.js'
import type { Message } from '../../i18n/types.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { ErrorPages } from './error_pages.js'
import { PageRenderer } from './page_renderer.js'
import type { TestLimit } from './rate_limit.js'
import { type PageUrl, pageUrls } from './urls.js'
import type { HostViews } from './views.js'

/** The services of the package and the app that the pages need. */
export interface AdminParts extends TestServices {
  config: ResolvedSmtpAdminConfig
  resolver: Resolver
  testLimit: TestLimit
  views: Pick<HostViews, 'refresh'>
  discover: (address: string, signal: AbortSignal) => Promise<DiscoveryResult>
  schemaMismatch: () => Promise<Message | null>
}

/** The services that every page shares. The container passes them to the controllers. */
export class AdminServices implements TestServices {
  readonly config: ResolvedSmtpAdminConfig
  readonly resolver: Resolver
  readonly router: HttpRouterService
  readonly tester: AdminParts['tester']
  readonly senderAddress: AdminParts['senderAddress']
  readonly testLimit: TestLimit
  readonly discover: AdminParts['discover']
  readonly urlTo: PageUrl
  readonly pages: PageRenderer
  readonly errorPages: ErrorPages

  constructor(router: HttpRouterService, parts: AdminParts) {
    this.config = parts.config
    this.resolver = parts.resolver
    this.router = router
    this.tester = parts.tester
    this.senderAddress = parts.senderAddress
    this.testLimit = parts.testLimit
    this.discover = parts.discover
    this.urlTo = pageUrls(router, parts.config.basePath)
    this.pages = new PageRenderer(parts, this.urlTo)
    this.errorPages = new ErrorPages(parts.config, this.pages, parts.schemaMismatch)
  }
}
