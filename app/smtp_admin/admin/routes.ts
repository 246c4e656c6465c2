import type { HttpRouterService } from '@adonisjs/core/types'
import type { Tester } from '../diagnosis/tester.js'
import type { Resolver } from '../resolution/resolver.js'
import type { Ability, ResolvedSmtpAdminConfig } from '../types.js'
import { ActivationController } from './activation/activation_controller.js'
import { ASSETS } from './assets.js'
import { ConfigsController } from './configs_controller.js'
import { ErrorPages, type Handler } from './error_pages.js'
import { requireAbility } from './guard.js'
import { Pages } from './pages.js'
import { TestsController } from './tests/tests_controller.js'
import { type PageName, pageUrls } from './urls.js'

/** The group of the plugin's routes, for the host's middleware, domain and the like. */
export type MountedGroup = ReturnType<HttpRouterService['group']>

/** What the pages show and use. */
export interface Plugin {
  config: ResolvedSmtpAdminConfig
  resolver: Resolver
  tester: Tester
  schemaProblem: () => Promise<string | null>
}

/**
 * Mounts every page with the abilities that it needs: there is no other way to add one. As in Django's
 * admin, forms are GET and POST only, and nothing changes by GET.
 */
export function mountPages(router: HttpRouterService, plugin: Plugin): MountedGroup {
  const { config, resolver, tester } = plugin
  const urlTo = pageUrls(router, config.basePath)
  const pages = new Pages(config, resolver, urlTo)
  const errorPages = new ErrorPages(config, pages, () => plugin.schemaProblem())
  const configs = new ConfigsController(config, resolver, pages, urlTo)
  const activation = new ActivationController(config, resolver, pages, urlTo)
  const tests = new TestsController(config, tester, pages, urlTo)

  const mount = (methods: string[]) => {
    return (path: string, name: PageName, needed: Ability | Ability[], handler: Handler) => {
      const guard = requireAbility(needed, config, errorPages)
      router.route(path, methods, errorPages.around(handler)).use(guard).as(name)
    }
  }
  const get = mount(['GET', 'HEAD'])
  const post = mount(['POST'])
  const all = mount(['GET', 'HEAD', 'POST'])
  const to = (action: keyof ConfigsController): Handler => {
    return (ctx) => configs[action](ctx)
  }

  const group = () => {
    for (const name of ['stylesheet', 'script'] as const) {
      const asset = ASSETS[name]
      router.get(`assets/:version/${asset.file}`, (ctx) => asset.serve(ctx)).as(name)
    }
    get('/', 'home', 'view', ({ response }) => response.redirect(urlTo('configs.index')))
    get('configs', 'configs.index', 'view', to('index'))
    get('configs/add', 'configs.add', 'add', to('add'))
    post('configs/add', 'configs.store', 'add', to('store'))
    get('configs/:id', 'configs.show', 'view', to('show'))
    get('configs/:id/change', 'configs.change', 'view', to('change'))
    post('configs/:id/change', 'configs.update', 'change', to('update'))
    get('configs/:id/delete', 'configs.delete', 'delete', to('confirmDelete'))
    post('configs/:id/delete', 'configs.destroy', 'delete', to('destroy'))
    get('configs/:id/activate', 'configs.confirmActivate', 'activate', (ctx) =>
      activation.confirm(ctx)
    )
    post('configs/:id/activate', 'configs.activate', 'activate', (ctx) => activation.activate(ctx))
    post('configs/:id/deactivate', 'configs.deactivate', 'activate', (ctx) =>
      activation.deactivate(ctx)
    )
    post('configs/:id/test', 'configs.test', 'test', (ctx) => tests.run(ctx))
    get('tests/:id', 'tests.show', 'view', (ctx) => tests.show(ctx))
    all('*', 'not_found', 'view', (ctx) => errorPages.notFound(ctx))
  }
  return router.group(group).prefix(config.prefix).as('smtp_admin')
}
