import type { HttpRouterService } from '@adonisjs/core/types'

/** What an address says after its question mark. */
export type UrlQuery = Record<string, string | number>

type UrlFor = (
  name: string,
  params?: object,
  options?: { prefixUrl?: string; qs?: UrlQuery }
) => string

/** The pages by the end of their route's name. */
export type PageName =
  | 'home'
  | 'configs.index'
  | 'configs.add'
  | 'configs.store'
  | 'configs.show'
  | 'configs.change'
  | 'configs.update'
  | 'configs.delete'
  | 'configs.destroy'
  | 'configs.confirmActivate'
  | 'configs.activate'
  | 'configs.deactivate'
  | 'configs.actions'
  | 'configs.actions.back'
  | 'tests.index'
  | 'tests.show'
  | 'tests.transcript'
  | 'history'
  | 'configs.history'
  | 'configs.test'
  | 'configs.test.back'
  | 'configs.test_draft'
  | 'configs.test_draft.back'
  | 'configs.test_draft_new'
  | 'configs.test_draft_new.back'
  | 'discovery.create'
  | 'discovery.search'
  | 'theme'
  | 'help'
  | 'not_found'
  | 'stylesheet'
  | 'script'

/** Makes the address of a page, wherever the host has mounted it. */
export type PageUrl = (
  page: PageName,
  params?: { id?: string | number; version?: string },
  qs?: UrlQuery
) => string

/**
 * The names of the routes are known to the router of the host and not to the types of a package,
 * hence the cast.
 */
export function pageUrls(router: HttpRouterService, basePath: string): PageUrl {
  const urlFor = router.urlBuilder.urlFor as unknown as UrlFor
  return (page, params, qs) => urlFor(`smtp_admin.${page}`, params, { prefixUrl: basePath, qs })
}
