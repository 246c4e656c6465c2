import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { type ActivationOutcome, activate, deactivate } from '../../actions/activation.js'
import {
  E_SMTP_ACTIVATION_REFUSED,
  E_SMTP_SWITCHED_MEANWHILE,
  E_SMTP_TEST_REQUIRED,
} from '../../errors.js'
import { type FieldError, validateReason } from '../../models/config_validator.js'
import type { Message } from '../../i18n/types.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { listUrl } from '../http/back_to_list.js'
import { findOrRedirect } from '../http/find_config.js'
import { translateFor } from '../http/locale.js'
import { type FlashMessage, flashMessage } from '../http/messages.js'
import { BACK_FROM, NONE } from '../http/offers.js'
import { authorOf } from '../http/permissions.js'
import { shownProblems } from '../presenters/problems.js'
import { actionMessage, activationConflictMessage } from './activation_message.js'
import { activationPage, readActivation } from './activation_page.js'
import { type Input, parseText } from './form_input.js'
import { AdminServices } from '../http/admin_services.js'

/** Activates and deactivates configurations, and undoes either. */
@inject()
export default class ActivationController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  /** The confirmation page. Reloading a refused activation leads here, too. */
  async confirm(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (config?.isActive) {
      return ctx.response.redirect(this.#admin.urlTo('configs.change', { id: config.id }))
    }
    return config && this.#renderPage(ctx, config)
  }

  async activate(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (!config) {
      return
    }
    const input = ctx.request.body()
    const { reason, problems } = await parseReason(input)
    if (problems.length > 0) {
      ctx.response.status(422)
      return this.#renderPage(ctx, config, problems)
    }
    try {
      const outcome = await activate(config, {
        policy: this.#admin.config.activation,
        beforeActivate: this.#admin.config.beforeActivate,
        author: await authorOf(this.#admin.config, ctx),
        reason,
        revision: reason === undefined ? undefined : Number(parseText(input.revision)),
        undoes: parseUndoes(input),
      })
      await this.#toList(ctx, config, outcome)
    } catch (error) {
      return this.#refuse(ctx, config, error)
    }
  }

  async deactivate(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (!config) {
      return
    }
    try {
      const author = await authorOf(this.#admin.config, ctx)
      const undoes = parseUndoes(ctx.request.body())
      await this.#toList(ctx, config, await deactivate(config, { author, undoes }))
    } catch (error) {
      return this.#refuse(ctx, config, error)
    }
  }

  async #refuse(ctx: HttpContext, { scope, name }: SmtpConfig, error: unknown) {
    if (error instanceof E_SMTP_ACTIVATION_REFUSED) {
      const params = { name, reason: error.reason }
      const phrases: Message[] = [{ key: 'outcomes.activationRefused', params }]
      return this.#redirect(ctx, { kind: 'error', phrases })
    }
    if (error instanceof E_SMTP_SWITCHED_MEANWHILE) {
      return this.#redirect(ctx, await activationConflictMessage(scope))
    }
    if (!(error instanceof E_SMTP_TEST_REQUIRED)) {
      throw error
    }
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (config) {
      ctx.response.status(error.status)
      return this.#renderPage(ctx, config, [])
    }
  }

  /** @param problems of the request that was refused; undefined: there is none */
  async #renderPage(ctx: HttpContext, config: SmtpConfig, problems?: FieldError[]) {
    const translate = translateFor(ctx)
    const view = {
      ...(await readActivation(this.#admin.resolver, config)),
      policy: this.#admin.config.activation,
      refused: problems && ctx.request.body(),
      problems: problems && shownProblems(translate, problems),
    }
    return this.#admin.pages.render(
      ctx,
      'configs/activate',
      activationPage(view, translate, this.#admin.urlTo)
    )
  }

  async #toList(ctx: HttpContext, config: SmtpConfig, outcome: ActivationOutcome) {
    const { name, isActive } = config
    const message = await actionMessage(this.#admin.resolver, config, {
      done: { key: `outcomes.${isActive ? 'activated' : 'deactivated'}`, params: { name } },
      activity: { before: !isActive, now: isActive },
      outcome,
      isOtherServer: true,
    })
    this.#redirect(ctx, message)
  }

  #redirect(ctx: HttpContext, message: FlashMessage) {
    flashMessage(ctx, message)
    ctx.response.redirect(listUrl(ctx, this.#admin.urlTo))
  }
}

/** The reason that the form asks for if the policy requires a test. */
async function parseReason(input: Input): Promise<{ reason?: string; problems: FieldError[] }> {
  if (!('reason' in input)) {
    return { problems: [] }
  }
  try {
    return { reason: await validateReason(input.reason), problems: [] }
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return { problems: error.messages }
    }
    throw error
  }
}

/** The `undoes` of an activation or deactivation; undefined: the form is no undo button. */
function parseUndoes(input: Input): string | null | undefined {
  if (!(BACK_FROM in input)) {
    return undefined
  }
  const id = parseText(input[BACK_FROM])
  return id === NONE ? null : id
}
