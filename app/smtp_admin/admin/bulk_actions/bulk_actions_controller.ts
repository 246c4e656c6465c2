import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { Message } from '../../i18n/types.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { DUPLICATE, copyNamer } from '../configs/duplicate.js'
import { listBefore, wayBack } from '../http/back_to_list.js'
import { translateFor } from '../http/locale.js'
import { type FlashMessage, flashMessage } from '../http/messages.js'
import { authorOf, isAllowed } from '../http/permissions.js'
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
import { AdminServices } from '../http/admin_services.js'
import { startTest } from '../test_runs/start_test.js'

/** Actions on the configurations that are selected in the list. */
@inject()
export default class BulkActionsController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async run(ctx: HttpContext) {
    const body = ctx.request.body()
    const action = findBulkAction(body.action)
    if (!action) {
      return this.#warn(ctx, { key: 'actions.noAction' })
    }
    const ability = BULK_ACTIONS[action]
    if (!(await isAllowed(this.#admin.config, ctx, ability))) {
      return this.#admin.errorPages.forbidden(ctx, ability)
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
    const author = await authorOf(this.#admin.config, ctx)
    switch (action) {
      case 'test': {
        const input = { to: null, selector: null }
        const message = await testSelected(configs, (config) => {
          return startTest(this.#admin, ctx, { config, input, author })
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
    const { query } = wayBack(listBefore(ctx), this.#admin.urlTo)
    const url = this.#admin.urlTo('configs.confirmActivate', { id: config.id }, query)
    ctx.response.redirect().status(303).toPath(url)
  }

  /** A single copy opens in the form, where its password can be entered. */
  async #duplicate(ctx: HttpContext, configs: SmtpConfig[]) {
    const [{ id }, ...others] = configs
    if (others.length === 0) {
      const url = this.#admin.urlTo('configs.add', {}, { [DUPLICATE]: id })
      return ctx.response.redirect().status(303).toPath(url)
    }
    const author = await authorOf(this.#admin.config, ctx)
    const message = await duplicateSelected(configs, author, copyNamer(translateFor(ctx)))
    this.#backToList(ctx, message)
  }

  /** Asks for confirmation, again if the selection has changed since. */
  async #confirmed(ctx: HttpContext, action: ConfirmedAction, selection: Selection) {
    const { config, resolver } = this.#admin
    const confirmed = ctx.request.body()[CONFIRMED]
    if (confirmed !== fingerprint(selection)) {
      const confirmation = { action, selection, isChanged: confirmed !== undefined }
      const back = wayBack(listBefore(ctx), this.#admin.urlTo)
      const translate = translateFor(ctx)
      const parts = { resolver, translate, urlTo: this.#admin.urlTo, back }
      return this.#admin.pages.render(
        ctx,
        'bulk_actions/confirm',
        await confirmPage(confirmation, parts)
      )
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
    const { url } = wayBack(listBefore(ctx), this.#admin.urlTo)
    ctx.response.redirect().status(303).toPath(url)
  }
}
