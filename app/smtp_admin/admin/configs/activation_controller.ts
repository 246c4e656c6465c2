import type { HttpContext } from '@adonisjs/core/http'
import { activate, deactivate } from '../../actions/activation.js'
import { E_SMTP_SWITCHED_MEANWHILE, E_SMTP_TEST_REQUIRED } from '../../errors.js'
import type { Problem } from '../../models/check_values.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { Message } from '../../i18n/types.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { translateFor } from '../http/locale.js'
import { listUrl } from '../http/back_to_list.js'
import { type FlashMessage, flashMessage } from '../http/messages.js'
import type { Pages } from '../http/page_renderer.js'
import { authorOf } from '../http/permissions.js'
import { shownProblems } from '../presenters/problems.js'
import { storedConfig } from '../http/find_config.js'
import type { PageUrl } from '../http/urls.js'
import { postedActivation, postedBackFrom } from './activation_input.js'
import { effectOf } from './activation_effect.js'
import { activationPage, viewOf } from './activation_page.js'
import { actionMessage, activationConflictMessage } from './activation_message.js'

/** Which configuration is active: making one so, leaving none so, and the way back from either. */
export class ActivationController {
  #config: ResolvedSmtpAdminConfig
  #resolver: Resolver
  #pages: Pages
  #urlTo: PageUrl

  constructor(config: ResolvedSmtpAdminConfig, resolver: Resolver, pages: Pages, urlTo: PageUrl) {
    this.#config = config
    this.#resolver = resolver
    this.#pages = pages
    this.#urlTo = urlTo
  }

  /** What making a configuration active would mean. Here ends who reloads a refusal. */
  async confirm(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config?.isActive) {
      return ctx.response.redirect(this.#urlTo('configs.change', { id: config.id }))
    }
    return config && this.#renderPage(ctx, config)
  }

  async activate(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (!config) {
      return
    }
    const { posted, problems } = await postedActivation(ctx.request.body())
    if (problems.length > 0) {
      ctx.response.status(422)
      return this.#renderPage(ctx, config, problems)
    }
    try {
      const author = await authorOf(this.#config, ctx)
      const outcome = await activate(config, {
        policy: this.#config.activation,
        author,
        ...posted,
      })
      const activity = { before: false, now: true }
      const done: Message = { key: 'outcomes.activated', params: { name: config.name } }
      const deed = { done, activity, outcome, isOtherServer: true }
      this.#toList(ctx, await actionMessage(this.#resolver, config, deed))
    } catch (error) {
      return this.#refuse(ctx, config, error)
    }
  }

  async deactivate(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (!config) {
      return
    }
    try {
      const outcome = await deactivate(config, {
        author: await authorOf(this.#config, ctx),
        backFrom: postedBackFrom(ctx.request.body()),
      })
      const activity = { before: true, now: false }
      const done: Message = { key: 'outcomes.deactivated', params: { name: config.name } }
      const deed = { done, activity, outcome, isOtherServer: true }
      this.#toList(ctx, await actionMessage(this.#resolver, config, deed))
    } catch (error) {
      return this.#refuse(ctx, config, error)
    }
  }

  /** Says why nothing was done, of what can be said better than by an error's own page. */
  async #refuse(ctx: HttpContext, { scope }: SmtpConfig, error: unknown) {
    if (error instanceof E_SMTP_SWITCHED_MEANWHILE) {
      return this.#toList(ctx, await activationConflictMessage(scope))
    }
    if (!(error instanceof E_SMTP_TEST_REQUIRED)) {
      throw error
    }
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      ctx.response.status(error.status)
      return this.#renderPage(ctx, config, [])
    }
  }

  /** @param problems what was wrong with what was posted; undefined: nothing was */
  async #renderPage(ctx: HttpContext, config: SmtpConfig, problems?: Problem[]) {
    const translate = translateFor(ctx)
    const { health, active } = await viewOf(config)
    const isUsable = health.state !== 'unreadable'
    const view = {
      ...{ config, health, active },
      effect: await effectOf(this.#resolver, config, { active, isUsable, translate }),
      policy: this.#config.activation,
      refused: problems && ctx.request.body(),
      problems: problems && shownProblems(translate, problems),
    }
    const content = activationPage(translate, view, this.#urlTo)
    return this.#pages.render(ctx, 'configs/activate', content)
  }

  #toList(ctx: HttpContext, message: FlashMessage) {
    flashMessage(ctx, message)
    ctx.response.redirect(listUrl(ctx, this.#urlTo))
  }
}
