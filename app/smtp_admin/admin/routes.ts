import type { HttpRouterService } from '@adonisjs/core/types'
import type { Resolver } from '../resolution/resolver.js'
import type { Message } from '../i18n/types.js'
import type { Ability, ResolvedSmtpAdminConfig } from '../types/main.js'
import { BulkActionsController } from './bulk_actions/bulk_actions_controller.js'
import { ActivationController } from './configs/activation_controller.js'
import { ASSETS } from './http/assets.js'
import { DeletionController } from './configs/deletion_controller.js'
import { DiscoveryController, type DiscoveryServices } from './discovery/discovery_controller.js'
import type { HostViews } from './http/views.js'
import { ErrorPages, type Handler } from './http/error_pages.js'
import { requireAbility } from './http/guard.js'
import { showHelp } from './home/help.js'
import { HistoryController } from './history/history_controller.js'
import { showHome } from './home/show_home.js'
import { ListController } from './configs/list_controller.js'
import { PageRenderer } from './http/page_renderer.js'
import { ConfigsController } from './configs/configs_controller.js'
import { PreferencesController } from './http/preferences_controller.js'
import { RunsController } from './test_runs/runs_controller.js'
import { type PageTestServices, TestStarter } from './test_runs/test_starter.js'
import { TestingController } from './test_runs/testing_controller.js'
import { type PageName, pageUrls } from './http/urls.js'

/** The group of the plugin's routes, for the host's middleware, domain and the like. */
export type MountedGroup = ReturnType<HttpRouterService['group']>

/** What the pages show and use. */
export interface Plugin extends PageTestServices, DiscoveryServices {
  config: ResolvedSmtpAdminConfig
  resolver: Resolver
  schemaMismatch: () => Promise<Message | null>
  views: Pick<HostViews, 'refresh'>
}

/**
 * Mounts every page with the abilities that it needs: there is no other way to add one. As in Django's
 * admin, forms are GET and POST only, and nothing changes by GET.
 */
export function mountPages(router: HttpRouterService, plugin: Plugin): MountedGroup {
  const { config, resolver } = plugin
  const urlTo = pageUrls(router, config.basePath)
  const pages = new PageRenderer(plugin, urlTo)
  const errorPages = new ErrorPages(config, pages, () => plugin.schemaMismatch())
  const list = new ListController(config, resolver, pages, urlTo)
  const configs = new ConfigsController(config, resolver, pages, urlTo)
  const deletion = new DeletionController(config, resolver, pages, urlTo)
  const activation = new ActivationController(config, resolver, pages, urlTo)
  const starter = new TestStarter(plugin)
  const testing = new TestingController(config, starter, pages, urlTo)
  const actionServices = { config, resolver, starter }
  const actions = new BulkActionsController(actionServices, pages, errorPages, urlTo)
  const discovery = new DiscoveryController(plugin, pages, urlTo)
  const history = new HistoryController(pages, urlTo)
  const runs = new RunsController(pages, errorPages, urlTo)
  const preferences = new PreferencesController(config, router, urlTo)

  const mount = (methods: string[]) => {
    return (path: string, name: PageName, needed: Ability | Ability[], handler: Handler) => {
      const guard = requireAbility(needed, config, errorPages)
      router.route(path, methods, errorPages.around(handler)).use(guard).as(name)
    }
  }
  const get = mount(['GET', 'HEAD'])
  const post = mount(['POST'])
  const all = mount(['GET', 'HEAD', 'POST'])

  const group = () => {
    for (const name of ['stylesheet', 'script'] as const) {
      const asset = ASSETS[name]
      router.get(`assets/:version/${asset.file}`, (ctx) => asset.serve(ctx)).as(name)
    }
    get('/', 'home', 'view', (ctx) => showHome(ctx, { pages, resolver, urlTo }))
    get('configs', 'configs.index', 'view', (ctx) => list.index(ctx))
    get('configs/add', 'configs.add', 'add', (ctx) => configs.add(ctx))
    post('configs/add', 'configs.store', 'add', (ctx) => configs.store(ctx))
    post('configs/actions', 'configs.actions', 'view', (ctx) => actions.run(ctx))
    get('configs/actions', 'configs.actions.back', 'view', back('configs.index'))
    get('configs/:id', 'configs.show', 'view', back('configs.change'))
    get('configs/:id/change', 'configs.change', 'view', (ctx) => configs.change(ctx))
    post('configs/:id/change', 'configs.update', 'change', (ctx) => configs.update(ctx))
    get('configs/:id/delete', 'configs.delete', 'delete', (ctx) => deletion.confirm(ctx))
    post('configs/:id/delete', 'configs.destroy', 'delete', (ctx) => deletion.destroy(ctx))
    get('configs/:id/activate', 'configs.confirmActivate', 'activate', (ctx) =>
      activation.confirm(ctx)
    )
    post('configs/:id/activate', 'configs.activate', 'activate', (ctx) => activation.activate(ctx))
    post('configs/:id/deactivate', 'configs.deactivate', 'activate', (ctx) =>
      activation.deactivate(ctx)
    )
    get('history', 'history', 'view', (ctx) => history.index(ctx))
    get('configs/:id/history', 'configs.history', 'view', (ctx) => history.ofConfig(ctx))
    get('find', 'discovery.form', ['test', 'add'], (ctx) => discovery.form(ctx))
    post('find', 'discovery.title', ['test', 'add'], (ctx) => discovery.search(ctx))
    post('preferences/theme', 'theme', 'view', (ctx) => preferences.theme(ctx))
    get('help', 'help', 'view', (ctx) => showHelp(ctx, pages))
    mountTests()
    all('*', 'not_found', 'view', (ctx) => errorPages.notFound(ctx))
  }
  // Who reloads what a form was answered with comes back to the form.
  const back = (page: PageName): Handler => {
    return ({ response, params }) => response.redirect(urlTo(page, params))
  }
  const mountTests = () => {
    post('configs/add/test', 'tests.typed_new', ['test', 'add'], (ctx) => testing.typedNew(ctx))
    get('configs/add/test', 'tests.typed_new.back', 'add', back('configs.add'))
    post('configs/:id/change/test', 'tests.typed', ['test', 'change'], (ctx) => testing.typed(ctx))
    get('configs/:id/change/test', 'tests.typed.back', 'view', back('configs.change'))
    post('configs/:id/test', 'configs.test', 'test', (ctx) => testing.stored(ctx))
    get('configs/:id/test', 'configs.test.back', 'view', back('configs.change'))
    get('tests', 'tests.index', 'view', (ctx) => runs.index(ctx))
    get('tests/:id', 'tests.show', 'view', (ctx) => runs.show(ctx))
    get('tests/:id/transcript.txt', 'tests.transcript', 'view', (ctx) => runs.transcript(ctx))
  }
  const mounted = router.group(group).as('smtp_admin')
  // A prefix of "/" would make routes of two slashes, which no request matches.
  return config.prefix === '/' ? mounted : mounted.prefix(config.prefix)
}
