import type { HttpContext } from '@adonisjs/core/http'
import type { HttpRouterService } from '@adonisjs/core/types'
import type { Ability } from '../types/main.js'
import { type AdminParts, AdminServices } from './http/admin_services.js'
import { ASSETS } from './http/assets.js'
import { requireAbility } from './http/guard.js'
import type { PageName } from './http/urls.js'

/** The group of the package's routes, for the host's middleware, domain and the like. */
export type MountedGroup = ReturnType<HttpRouterService['group']>

/** A controller that loads when its first page is requested. */
type LoadController = () => Promise<{ default: new (...args: never[]) => object }>

type Target = readonly [LoadController, action: string] | readonly [redirectTo: PageName]

type Route = readonly [
  method: 'GET' | 'POST' | 'ALL',
  path: string,
  name: PageName,
  ability: Ability | readonly Ability[],
  target: Target,
]

const activation = () => import('./configs/activation_controller.js')
const bulkActions = () => import('./bulk_actions/bulk_actions_controller.js')
const configs = () => import('./configs/configs_controller.js')
const deletion = () => import('./configs/deletion_controller.js')
const discovery = () => import('./discovery/discovery_controller.js')
const drafts = () => import('./test_runs/draft_tests_controller.js')
const history = () => import('./history/history_controller.js')
const home = () => import('./home/home_controller.js')
const list = () => import('./configs/list_controller.js')
const preferences = () => import('./http/preferences_controller.js')
const runs = () => import('./test_runs/test_runs_controller.js')

/**
 * Every page with the ability that it needs: there is no other way to add one. As in Django's admin,
 * forms use GET and POST only, and no GET changes anything. Reloading the answer to a form redirects to
 * the form.
 */
const ROUTES: readonly Route[] = [
  ['GET', '/', 'home', 'view', [home, 'index']],
  ['GET', 'help', 'help', 'view', [home, 'help']],
  ['POST', 'preferences/theme', 'theme', 'view', [preferences, 'theme']],
  ['GET', 'configs', 'configs.index', 'view', [list, 'index']],
  ['POST', 'configs/actions', 'configs.actions', 'view', [bulkActions, 'run']],
  ['GET', 'configs/actions', 'configs.actions.back', 'view', ['configs.index']],
  ['GET', 'configs/add', 'configs.add', 'add', [configs, 'add']],
  ['POST', 'configs/add', 'configs.store', 'add', [configs, 'store']],
  ['GET', 'configs/:id', 'configs.show', 'view', ['configs.change']],
  ['GET', 'configs/:id/change', 'configs.change', 'view', [configs, 'change']],
  ['POST', 'configs/:id/change', 'configs.update', 'change', [configs, 'update']],
  ['GET', 'configs/:id/delete', 'configs.delete', 'delete', [deletion, 'confirm']],
  ['POST', 'configs/:id/delete', 'configs.destroy', 'delete', [deletion, 'destroy']],
  ['GET', 'configs/:id/activate', 'configs.confirmActivate', 'activate', [activation, 'confirm']],
  ['POST', 'configs/:id/activate', 'configs.activate', 'activate', [activation, 'activate']],
  ['POST', 'configs/:id/deactivate', 'configs.deactivate', 'activate', [activation, 'deactivate']],
  ['GET', 'configs/:id/history', 'configs.history', 'view', [history, 'ofConfig']],
  ['GET', 'history', 'history', 'view', [history, 'index']],
  ['GET', 'find', 'discovery.create', ['test', 'add'], [discovery, 'create']],
  ['POST', 'find', 'discovery.search', ['test', 'add'], [discovery, 'search']],
  ['POST', 'configs/add/test', 'configs.test_draft_new', ['test', 'add'], [drafts, 'testNew']],
  ['GET', 'configs/add/test', 'configs.test_draft_new.back', 'add', ['configs.add']],
  ['POST', 'configs/:id/change/test', 'configs.test_draft', ['test', 'change'], [drafts, 'test']],
  ['GET', 'configs/:id/change/test', 'configs.test_draft.back', 'view', ['configs.change']],
  ['POST', 'configs/:id/test', 'configs.test', 'test', [drafts, 'testStored']],
  ['GET', 'configs/:id/test', 'configs.test.back', 'view', ['configs.change']],
  ['GET', 'tests', 'tests.index', 'view', [runs, 'index']],
  ['GET', 'tests/:id', 'tests.show', 'view', [runs, 'show']],
  ['GET', 'tests/:id/transcript.txt', 'tests.transcript', 'view', [runs, 'transcript']],
  ['ALL', '*', 'not_found', 'view', [home, 'notFound']],
]

const METHODS = { GET: ['GET', 'HEAD'], POST: ['POST'], ALL: ['GET', 'HEAD', 'POST'] }

/** Mounts the pages on the host's router. */
export function mountPages(router: HttpRouterService, parts: AdminParts): MountedGroup {
  const admin = new AdminServices(router, parts)
  const { config, errorPages, urlTo } = admin

  const handle = (target: Target) => async (ctx: HttpContext) => {
    const [load, action] = target
    if (typeof load === 'string') {
      return ctx.response.redirect(urlTo(load, ctx.params))
    }
    const { default: Controller } = await load()
    ctx.containerResolver.bindValue(AdminServices, admin)
    const controller = await ctx.containerResolver.make(Controller)
    const actions = controller as Record<string, (context: HttpContext) => unknown>
    return actions[action!](ctx)
  }

  const mounted = router
    .group(() => {
      for (const name of ['stylesheet', 'script'] as const) {
        const asset = ASSETS[name]
        router.get(`assets/:version/${asset.file}`, (ctx) => asset.serve(ctx)).as(name)
      }
      for (const [method, path, name, ability, target] of ROUTES) {
        router
          .route(path, METHODS[method], errorPages.around(handle(target)))
          .use(requireAbility(ability, config, errorPages))
          .as(name)
      }
    })
    .as('smtp_admin')
  // A prefix of "/" would make routes of two slashes, which no request matches.
  return config.prefix === '/' ? mounted : mounted.prefix(config.prefix)
}
