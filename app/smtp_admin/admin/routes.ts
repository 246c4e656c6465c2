import type { HttpContext } from '@adonisjs/core/http'
import type { HttpRouterService } from '@adonisjs/core/types'
import type { Resolver } from '../resolution/resolver.js'
import type { Ability, ResolvedSmtpAdminConfig } from '../types.js'
import { ConfigsController } from './configs_controller.js'
import { requireAbility } from './guard.js'
import { Pages } from './pages.js'
import { serveStylesheet } from './stylesheet.js'
import { pageUrls } from './urls.js'

/** The group of the plugin's routes, for the host's middleware, domain and the like. */
export type MountedGroup = ReturnType<HttpRouterService['group']>

type Route = [
  method: 'GET' | 'POST',
  path: string,
  name: string,
  ability: Ability,
  handler: (ctx: HttpContext) => unknown,
]

/**
 * Every page with the ability that it needs: there is no other way to add one. As in Django's admin,
 * forms are GET and POST only, and nothing changes by GET.
 */
export function mountPages(
  router: HttpRouterService,
  config: ResolvedSmtpAdminConfig,
  resolver: Resolver
): MountedGroup {
  const urlTo = pageUrls(router)
  const pages = new Pages(config, resolver, urlTo)
  const configs = new ConfigsController(config, resolver, pages, urlTo)

  const routes: Route[] = [
    ['GET', '/', 'home', 'view', ({ response }) => response.redirect(urlTo('configs.index'))],
    ['GET', 'configs', 'configs.index', 'view', (ctx) => configs.index(ctx)],
    ['GET', 'configs/add', 'configs.add', 'add', (ctx) => configs.add(ctx)],
    ['POST', 'configs/add', 'configs.store', 'add', (ctx) => configs.store(ctx)],
    ['GET', 'configs/:id/change', 'configs.change', 'view', (ctx) => configs.change(ctx)],
    ['POST', 'configs/:id/change', 'configs.update', 'change', (ctx) => configs.update(ctx)],
    ['GET', 'configs/:id/delete', 'configs.delete', 'delete', (ctx) => configs.confirmDelete(ctx)],
    ['POST', 'configs/:id/delete', 'configs.destroy', 'delete', (ctx) => configs.destroy(ctx)],
    [
      'POST',
      'configs/:id/activate',
      'configs.activate',
      'activate',
      (ctx) => configs.activate(ctx),
    ],
    [
      ...(['POST', 'configs/:id/deactivate', 'configs.deactivate', 'activate'] as const),
      (ctx) => configs.deactivate(ctx),
    ],
  ]

  return router
    .group(() => {
      router.get('assets/:version/smtp_admin.css', serveStylesheet).as('stylesheet')
      for (const [method, path, name, ability, handler] of routes) {
        const guard = requireAbility(ability, config, pages)
        router.route(path, [method], handler).use(guard).as(name)
      }
    })
    .prefix(config.prefix)
    .as('smtp_admin')
}
