import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { SmtpConfig } from '../models/smtp_config.js'
import type { Resolver } from '../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../types.js'
import { emptyForm, postedForm, storedForm } from './config_form.js'
import { configDetails, configRow } from './config_rows.js'
import { describeActivity, describeWithout } from './consequences.js'
import { checkChoices, enteredColumns } from './form_input.js'
import { type Form, formPage } from './form_page.js'
import { type Message, flashMessage } from './messages.js'
import type { Pages } from './pages.js'
import { authorOf, isAllowed } from './permissions.js'
import type { PageUrl } from './urls.js'

const LIST = 'SMTP configurations'
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

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

  async change(ctx: HttpContext) {
    const config = await this.#find(ctx)
    if (config) {
      const form = { config: configDetails(config), values: storedForm(config) }
      return this.#renderForm(ctx, form)
    }
  }

  async update(ctx: HttpContext) {
    const config = await this.#find(ctx)
    return config && this.#save(ctx, config, 'changed')
  }

  async confirmDelete(ctx: HttpContext) {
    const config = await this.#find(ctx)
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
    const config = await this.#find(ctx)
    if (config) {
      config.author = authorOf(this.#config, ctx)
      await config.delete()
      this.#backToList(ctx, await this.#describe(config, 'deleted', config.isActive))
    }
  }

  async activate(ctx: HttpContext) {
    const config = await this.#find(ctx)
    if (config) {
      await config.activate(authorOf(this.#config, ctx))
      this.#backToList(ctx, await describeActivity(this.#resolver, config, 'activated', true))
    }
  }

  async deactivate(ctx: HttpContext) {
    const config = await this.#find(ctx)
    if (config) {
      await config.deactivate(authorOf(this.#config, ctx))
      this.#backToList(ctx, await describeActivity(this.#resolver, config, 'deactivated', false))
    }
  }

  /** The configuration of the address, or null after sending the visitor to the list. */
  async #find(ctx: HttpContext): Promise<SmtpConfig | null> {
    const id = String(ctx.params.id)
    const config = UUID.test(id) ? await SmtpConfig.find(id) : null
    if (!config) {
      const named = /^[\w-]{1,40}$/.test(id) ? ` with the ID “${id}”` : ' at this address'
      const text = `There is no SMTP configuration${named}. Perhaps it was deleted?`
      this.#backToList(ctx, { kind: 'warning', text })
    }
    return config
  }

  /** Stores the posted form, or shows it again with what is wrong with it (422). */
  async #save(ctx: HttpContext, config: SmtpConfig, done: 'added' | 'changed') {
    const input = ctx.request.body()
    const wasActive = config.$isPersisted && config.isActive
    const form: Form = {
      config: config.$isPersisted ? configDetails(config) : null,
      values: postedForm(input),
    }
    try {
      checkChoices(input, config.hasPassword)
      config.merge(enteredColumns(input))
      if (await isAllowed(this.#config, ctx, 'activate')) {
        config.isActive = form.values.is_active
      }
      config.author = authorOf(this.#config, ctx)
      await config.save()
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) {
        throw error
      }
      ctx.response.status(422)
      return this.#renderForm(ctx, { ...form, problems: error.messages })
    }
    this.#backToList(ctx, await this.#describe(config, done, wasActive))
  }

  /** What was done, and what follows for mail if the configuration was active or is now. */
  async #describe(config: SmtpConfig, done: string, wasActive: boolean): Promise<Message> {
    const isActive = config.$isPersisted && config.isActive
    if (!wasActive && !isActive) {
      return { kind: 'success', text: `“${config.name}” was ${done}.` }
    }
    const made = isActive ? 'made active' : 'deactivated'
    const all = wasActive === isActive || config.$isDeleted ? done : `${done} and ${made}`
    return describeActivity(this.#resolver, config, all, isActive)
  }

  async #renderForm(ctx: HttpContext, form: Form) {
    const canChange = form.config === null || (await isAllowed(this.#config, ctx, 'change'))
    return this.#pages.render(ctx, 'configs/form', formPage(form, canChange, this.#urlTo))
  }

  #backToList(ctx: HttpContext, message: Message) {
    flashMessage(ctx, message)
    ctx.response.redirect(this.#urlTo('configs.index'))
  }
}
