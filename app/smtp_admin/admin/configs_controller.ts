import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { SmtpConfig } from '../models/smtp_config.js'
import type { Resolver } from '../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../types.js'
import { emptyForm, isActivityChosen, postedForm, storedForm } from './config_form.js'
import { configDetails, configRow } from './config_rows.js'
import { type Activity, describeOutcome, describeSave, describeWithout } from './consequences.js'
import { checkChoices, enteredColumns, isPasswordLeftOut } from './form_input.js'
import { type Form, formPage } from './form_page.js'
import { flashMessage } from './messages.js'
import type { Pages } from './pages.js'
import { authorOf, isAllowed } from './permissions.js'
import { storedConfig } from './stored_config.js'
import type { PageUrl } from './urls.js'

const LIST = 'SMTP configurations'

/** The pages of the configurations: list, add, change, delete, activate, deactivate. */
export class ConfigsController {
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

  async index(ctx: HttpContext) {
    const configs = await SmtpConfig.query()
      .orderBy('scope', 'desc')
      .orderBy('is_active', 'desc')
      .orderBy('name')
    const rows = configs.map(configRow)
    return this.#pages.render(ctx, 'configs/index', { title: LIST, crumbs: [{ text: LIST }], rows })
  }

  async add(ctx: HttpContext) {
    return this.#renderForm(ctx, { config: null, values: emptyForm(ctx.request.qs()) })
  }

  async store(ctx: HttpContext) {
    return this.#save(ctx, new SmtpConfig(), 'added')
  }

  /** There is one page for looking and changing, as in Django's admin. */
  async show(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      ctx.response.redirect(this.#urlTo('configs.change', { id: config.id }))
    }
  }

  async change(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      const form = { config: configDetails(config), values: storedForm(config) }
      return this.#renderForm(ctx, form)
    }
  }

  async update(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    return config && this.#save(ctx, config, 'changed')
  }

  async confirmDelete(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (!config) {
      return
    }
    return this.#pages.render(ctx, 'configs/delete', {
      title: `Delete ${config.name}`,
      crumbs: [
        { text: LIST, url: this.#urlTo('configs.index') },
        { text: config.name, url: this.#urlTo('configs.change', { id: config.id }) },
        { text: 'Delete' },
      ],
      config: configDetails(config),
      consequence: await describeWithout(this.#resolver, config),
    })
  }

  async destroy(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      config.author = await authorOf(this.#config, ctx)
      await config.delete()
      await this.#backToList(ctx, config, 'deleted', { before: config.isActive, now: false })
    }
  }

  async activate(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      await config.activate(await authorOf(this.#config, ctx))
      await this.#backToList(ctx, config, 'activated', { before: false, now: true })
    }
  }

  async deactivate(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    if (config) {
      await config.deactivate(await authorOf(this.#config, ctx))
      await this.#backToList(ctx, config, 'deactivated', { before: true, now: false })
    }
  }

  /** Stores the posted form, or shows it again with what is wrong with it (422). */
  async #save(ctx: HttpContext, config: SmtpConfig, done: 'added' | 'changed') {
    const input = ctx.request.body()
    const before = config.$isPersisted && config.isActive
    const form: Form = {
      config: config.$isPersisted ? configDetails(config) : null,
      values: postedForm(input),
    }
    try {
      checkChoices(input, config.hasPassword)
      config.merge(enteredColumns(input))
      const mayActivate = await isAllowed(this.#config, ctx, 'activate')
      if (mayActivate && isActivityChosen(form.values)) {
        config.isActive = form.values.is_active
      }
      config.author = await authorOf(this.#config, ctx)
      await config.save()
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) {
        throw error
      }
      ctx.response.status(422)
      return this.#renderForm(ctx, { ...form, problems: error.messages })
    }
    const activity = { before, now: config.isActive }
    const kept = isPasswordLeftOut(input) ? ', with the stored password kept' : ''
    await this.#backToList(ctx, config, describeSave(done, activity) + kept, activity)
  }

  async #renderForm(ctx: HttpContext, form: Form) {
    const canChange = form.config === null || (await isAllowed(this.#config, ctx, 'change'))
    return this.#pages.render(ctx, 'configs/form', formPage(form, canChange, this.#urlTo))
  }

  /** Ends what was done with a message about it. */
  async #backToList(ctx: HttpContext, config: SmtpConfig, done: string, activity: Activity) {
    flashMessage(ctx, await describeOutcome(this.#resolver, config, done, activity))
    ctx.response.redirect(this.#urlTo('configs.index'))
  }
}
