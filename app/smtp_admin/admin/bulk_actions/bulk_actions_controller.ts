import type { HttpContext } from '@adonisjs/core/http'
import type { Message } from '../../i18n/types.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { DUPLICATE, copyNamer } from '../configs/duplicate.js'
import { listBefore, wayBack } from '../http/back_to_list.js'
import type { ErrorPages } from '../http/error_pages.js'
import { translateFor } from '../http/locale.js'
import { type FlashMessage, flashMessage } from '../http/messages.js'
import type { PageRenderer } from '../http/page_renderer.js'
import { authorOf, isAllowed } from '../http/permissions.js'
import type { PageUrl } from '../http/urls.js'
import type { TestStarter } from '../test_runs/test_starter.js'
import {
  BULK_ACTIONS,
  type BulkAction,
  deactivateSelected,
  deleteSelected,
  duplicateSelected,
  findBulkAction,
  testSelected,
  warning,
} from './actions.js'
import { type ConfirmedAction, confirmPage } from './confirm_page.js'
import { CONFIRMED, type Selection, fingerprint, readSelection } from './selection.js'

export interface ActionServices {
  config: ResolvedSmtpAdminConfig
  resolver: Resolver
  starter: TestStarter
}

/** Actions on the configurations that are selected in the list. */
export class BulkActionsController {
  #services: ActionServices
  #pages: PageRenderer
  #errorPages: ErrorPages
  #urlTo: PageUrl

  constructor(
    services: ActionServices,
    pages: PageRenderer,
    errorPages: ErrorPages,
    urlTo: PageUrl
  ) {
    this.#services = services
    this.#pages = pages
    this.#errorPages = errorPages
    this.#urlTo = urlTo
  }

  async run(ctx: HttpContext) {
    const body = ctx.request.body()
    const action = findBulkAction(body.action)
    if (!action) {
      return this.#warn(ctx, { key: 'actions.noAction' })
    }
    const ability = BULK_ACTIONS[action]
    if (!(await isAllowed(this.#services.config, ctx, ability))) {
      return this.#errorPages.forbidden(ctx, ability)
    }
    const selection = await readSelection(ctx)
    if (selection.configs.length === 0) {
      const isDeleted = CONFIRMED in body
      return this.#warn(ctx, { key: isDeleted ? 'actions.gone' : 'actions.noneSelected' })
    }
    return this.#perform(ctx, action, selection)
  }

  async #perform(ctx: HttpContext, action: BulkAction, selection: Selection) {
    const { configs } = selection
    const author = await authorOf(this.#services.config, ctx)
    switch (action) {
      case 'test': {
        const input = { to: null, selector: null }
        const message = await testSelected(configs, (config) => {
          return this.#services.starter.start(ctx, { config, input, author })
        })
        return this.#backToList(ctx, message)
      }
      case 'activate':
        return this.#activate(ctx, configs)
      case 'duplicate':
        return this.#duplicate(ctx, configs)
      case 'delete':
        return this.#confirmed(ctx, action, selection)
      case 'deactivate': {
        const active = configs.filter(({ isActive }) => isActive)
        return active.length > 0
          ? this.#confirmed(ctx, action, { ...selection, configs: active })
          : this.#warn(ctx, { key: 'actions.noneActive' })
      }
    }
  }

  /** Activation has a confirmation page of its own. */
  #activate(ctx: HttpContext, [config, ...others]: SmtpConfig[]) {
    if (others.length > 0) {
      return this.#warn(ctx, { key: 'actions.chooseOne' })
    }
    if (config.isActive) {
      return this.#warn(ctx, { key: 'actions.activeAlready', params: { name: config.name } })
    }
    const { query } = wayBack(listBefore(ctx), this.#urlTo)
    const url = this.#urlTo('configs.confirmActivate', { id: config.id }, query)
    ctx.response.redirect().status(303).toPath(url)
  }

  /** A single copy opens in the form, where its password can be entered. */
  async #duplicate(ctx: HttpContext, configs: SmtpConfig[]) {
    const [{ id }, ...others] = configs
    if (others.length === 0) {
      const url = this.#urlTo('configs.add', {}, { [DUPLICATE]: id })
      return ctx.response.redirect().status(303).toPath(url)
    }
    const author = await authorOf(this.#services.config, ctx)
    const message = await duplicateSelected(configs, author, copyNamer(translateFor(ctx)))
    this.#backToList(ctx, message)
  }

  /** Asks for confirmation, again if the selection has changed since. */
  async #confirmed(ctx: HttpContext, action: ConfirmedAction, selection: Selection) {
    const { config, resolver } = this.#services
    const confirmed = ctx.request.body()[CONFIRMED]
    if (confirmed !== fingerprint(selection)) {
      const confirmation = { action, selection, isChanged: confirmed !== undefined }
      const back = wayBack(listBefore(ctx), this.#urlTo)
      const translate = translateFor(ctx)
      const parts = { resolver, translate, urlTo: this.#urlTo, back }
      return this.#pages.render(ctx, 'bulk_actions/confirm', await confirmPage(confirmation, parts))
    }
    const author = await authorOf(config, ctx)
    const perform = action === 'delete' ? deleteSelected : deactivateSelected
    this.#backToList(ctx, await perform(selection.configs, author, resolver))
  }

  #warn(ctx: HttpContext, phrase: Message) {
    this.#backToList(ctx, warning(phrase))
  }

  #backToList(ctx: HttpContext, message: FlashMessage) {
    flashMessage(ctx, message)
    const { url } = wayBack(listBefore(ctx), this.#urlTo)
    ctx.response.redirect().status(303).toPath(url)
  }
}
