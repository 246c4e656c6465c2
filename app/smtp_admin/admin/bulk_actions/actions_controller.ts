import type { HttpContext } from '@adonisjs/core/http'
import type { Resolver } from '../../resolution/resolver.js'
import type { Phrase } from '../../i18n/types.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import type { ErrorPages } from '../http/error_pages.js'
import { storedForm } from '../configs/config_form.js'
import { freeName } from '../configs/copies.js'
import { translateFor } from '../http/locale.js'
import { listBefore, wayBack } from '../http/back_to_list.js'
import { type Message, flashMessage } from '../http/messages.js'
import type { Pages } from '../http/page_renderer.js'
import { authorOf, isAllowed } from '../http/permissions.js'
import { formAsTyped } from '../test_runs/form_urls.js'
import type { TestStarter } from '../test_runs/test_starter.js'
import type { PageUrl } from '../http/urls.js'
import { type ConfirmedAction, confirmPage } from './confirm_page.js'
import { deactivateSelected } from './deactivate_selected.js'
import { deleteSelected } from './delete_selected.js'
import { duplicateSelected } from './duplicate_selected.js'
import { ABILITY_FOR, type ListAction, listAction } from './list_action.js'
import { SEEN, type Selection, fingerprint, selectionOf } from './selection.js'
import { testSelected } from './test_selected.js'

/** What the actions work with. */
export interface ActionServices {
  config: ResolvedSmtpAdminConfig
  resolver: Resolver
  starter: TestStarter
}

/** Does something with the rows that were selected in the list. */
export class ActionsController {
  #services: ActionServices
  #pages: Pages
  #errorPages: ErrorPages
  #urlTo: PageUrl

  constructor(services: ActionServices, pages: Pages, errorPages: ErrorPages, urlTo: PageUrl) {
    this.#services = services
    this.#pages = pages
    this.#errorPages = errorPages
    this.#urlTo = urlTo
  }

  /** What changes which server is in effect is asked about first, unless the form is that question. */
  async run(ctx: HttpContext) {
    const body = ctx.request.body()
    const action = listAction(body.action)
    if (!action) {
      return this.#nothing(ctx, { key: 'actions.noAction' })
    }
    const ability = ABILITY_FOR[action]
    if (!(await isAllowed(this.#services.config, ctx, ability))) {
      return this.#errorPages.forbidden(ctx, ability)
    }
    const selection = await selectionOf(ctx)
    if (selection.configs.length === 0) {
      return this.#nothing(ctx, { key: SEEN in body ? 'actions.gone' : 'actions.noneSelected' })
    }
    return this.#handlers[action](ctx, selection)
  }

  #handlers: Record<ListAction, (ctx: HttpContext, selection: Selection) => Promise<unknown>> = {
    test: async (ctx, { configs }) => {
      const author = await authorOf(this.#services.config, ctx)
      this.#toList(ctx, await testSelected(ctx, this.#services.starter, configs, author))
    },
    activate: async (ctx, { configs }) => this.#activate(ctx, configs),
    deactivate: async (ctx, selection) => {
      const configs = selection.configs.filter(({ isActive }) => isActive)
      return configs.length > 0
        ? this.#confirmed(ctx, 'deactivate', { ...selection, configs })
        : this.#nothing(ctx, { key: 'actions.noneActive' })
    },
    duplicate: async (ctx, { configs }) => this.#duplicate(ctx, configs),
    delete: async (ctx, selection) => this.#confirmed(ctx, 'delete', selection),
  }

  /** There is a page that asks before an activation already. */
  #activate(ctx: HttpContext, configs: Selection['configs']) {
    const [config] = configs
    if (configs.length !== 1) {
      return this.#nothing(ctx, { key: 'actions.chooseOne' })
    }
    if (config.isActive) {
      return this.#nothing(ctx, { key: 'actions.activeAlready', values: { name: config.name } })
    }
    const { query } = wayBack(listBefore(ctx), this.#urlTo)
    const url = this.#urlTo('configs.confirmActivate', { id: config.id }, query)
    ctx.response.redirect().status(303).toPath(url)
  }

  /** One copy is a form to fill in, which asks for the password; several are stored without login. */
  async #duplicate(ctx: HttpContext, configs: Selection['configs']) {
    const translate = translateFor(ctx)
    const [config] = configs
    if (configs.length === 1) {
      const name = await freeName(config.name, { scope: config.scope }, translate)
      const values = { ...storedForm(config), name }
      return ctx.response
        .redirect()
        .status(303)
        .toPath(formAsTyped(null, values, this.#urlTo)({}))
    }
    const author = await authorOf(this.#services.config, ctx)
    this.#toList(ctx, await duplicateSelected(configs, author, translate))
  }

  async #confirmed(ctx: HttpContext, action: ConfirmedAction, selection: Selection) {
    const { config, resolver } = this.#services
    const seen = ctx.request.body()[SEEN]
    if (seen !== fingerprint(selection)) {
      const confirmation = { action, selection, isChanged: seen !== undefined }
      const back = wayBack(listBefore(ctx), this.#urlTo)
      const translate = translateFor(ctx)
      const parts = { resolver, translate, urlTo: this.#urlTo, back }
      return this.#pages.render(ctx, 'actions/confirm', await confirmPage(confirmation, parts))
    }
    const author = await authorOf(config, ctx)
    const perform = action === 'delete' ? deleteSelected : deactivateSelected
    this.#toList(ctx, await perform(resolver, selection.configs, author))
  }

  #nothing(ctx: HttpContext, phrase: Phrase) {
    this.#toList(ctx, { kind: 'warning', phrases: [phrase] })
  }

  #toList(ctx: HttpContext, message: Message) {
    flashMessage(ctx, message)
    ctx.response
      .redirect()
      .status(303)
      .toPath(wayBack(listBefore(ctx), this.#urlTo).url)
  }
}
