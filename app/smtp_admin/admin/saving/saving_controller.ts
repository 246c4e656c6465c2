import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { save } from '../../diagnosis/activation_policy.js'
import { E_SMTP_TEST_REQUIRED } from '../../errors.js'
import { type Problem, problem } from '../../models/problem.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../../types.js'
import { describeDeed } from '../activation/switch_message.js'
import { describeSave } from '../consequences.js'
import {
  type FormValues,
  emptyForm,
  isActivityChosen,
  postedForm,
  storedForm,
} from '../form/config_form.js'
import { checkChoices, enteredColumns, isPasswordLeftOut } from '../form/form_input.js'
import type { Form } from '../form/form_page.js'
import { noticeOfNew, prefilled } from '../form/prefill.js'
import { renderForm } from '../form/render_form.js'
import { translateFor } from '../language.js'
import { listUrl } from '../list/preserved_filters.js'
import { type Message, flashMessage } from '../messages.js'
import type { Pages } from '../pages.js'
import { authorOf, isAllowed } from '../permissions.js'
import { detailsWithHealth } from '../shown_health.js'
import { storedConfig } from '../stored_config.js'
import type { PageUrl } from '../urls.js'

/** What a form is told that wants to save and activate what nothing says that it works. */
const INACTIVE_FIRST = problem('is_active.tested')

/** Adds and changes configurations by their form. */
export class SavingController {
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

  async add(ctx: HttpContext) {
    const query = ctx.request.qs()
    const notice = noticeOfNew(query, translateFor(ctx))
    return this.#renderForm(ctx, { config: null, values: emptyForm(query), notice })
  }

  async store(ctx: HttpContext) {
    return this.#save(ctx, new SmtpConfig(), 'added')
  }

  async change(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      const canChange = await isAllowed(this.#config, ctx, 'change')
      const query = canChange ? ctx.request.qs() : {}
      const { values, notice } = prefilled(storedForm(config), query, translateFor(ctx))
      return this.#renderForm(ctx, { config: await detailsWithHealth(config), values, notice })
    }
  }

  async update(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    return config && this.#save(ctx, config, 'changed')
  }

  /** Stores the posted form, or shows it again with what is wrong with it (422). */
  async #save(ctx: HttpContext, config: SmtpConfig, done: 'added' | 'changed') {
    const input = ctx.request.body()
    const isNew = !config.$isPersisted
    const before = { isActive: !isNew && config.isActive, settings: config.settingsHash }
    const form: Form = {
      config: isNew ? null : await detailsWithHealth(config),
      values: postedForm(input),
    }
    const outcome = await this.#stored(ctx, config, form.values)
    if ('problems' in outcome) {
      ctx.response.status(422)
      return this.#renderForm(ctx, { ...form, ...outcome })
    }
    const activity = { before: before.isActive, now: config.isActive }
    const password = isPasswordLeftOut(input) ? 'kept' : 'entered'
    const deed = {
      done: describeSave(config, done, activity, password),
      isOtherServer: !before.isActive || before.settings !== config.settingsHash,
      ...{ activity, outcome },
    }
    this.#toList(ctx, await describeDeed(this.#resolver, config, deed))
  }

  /** What came of storing what was posted, or what was wrong with it. */
  async #stored(ctx: HttpContext, config: SmtpConfig, values: FormValues) {
    const input = ctx.request.body()
    try {
      checkChoices(input, config.hasPassword)
      config.merge(enteredColumns(input))
      const mayActivate = await isAllowed(this.#config, ctx, 'activate')
      if (mayActivate && isActivityChosen(values)) {
        config.isActive = values.is_active
      }
      const author = await authorOf(this.#config, ctx)
      return await save(config, { policy: this.#config.activation, author })
    } catch (error) {
      if (error instanceof errors.E_VALIDATION_ERROR) {
        return { problems: error.messages as Problem[] }
      }
      if (error instanceof E_SMTP_TEST_REQUIRED) {
        return { problems: [INACTIVE_FIRST] }
      }
      throw error
    }
  }

  #renderForm(ctx: HttpContext, form: Form) {
    const services = { config: this.#config, pages: this.#pages, urlTo: this.#urlTo }
    return renderForm(ctx, form, services)
  }

  #toList(ctx: HttpContext, message: Message) {
    flashMessage(ctx, message)
    ctx.response.redirect(listUrl(ctx, this.#urlTo))
  }
}
