import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { SmtpConfig } from '../models/smtp_config.js'
import type { Resolver } from '../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../types.js'
import { columnValues, emptyForm, postedForm, storedForm } from './config_form.js'
import { configDetails, configRow } from './config_rows.js'
import { describeWithout } from './consequences.js'
import { formPage } from './form_page.js'
import { type Pages, flashMessage } from './pages.js'
import { authorOf, isAllowed } from './permissions.js'
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
    const configs = await SmtpConfig.query().orderBy('scope', 'desc').orderBy('name')
    const rows = configs.map(configRow)
    return this.#pages.render(ctx, 'configs/index', { title: LIST, crumbs: [{ text: LIST }], rows })
  }

  async add(ctx: HttpContext) {
    const page = formPage({ config: null, values: emptyForm(ctx.request.qs()) }, this.#urlTo)
    return this.#pages.render(ctx, 'configs/form', page)
  }

  async store(ctx: HttpContext) {
    return this.#save(ctx, new SmtpConfig(), 'added')
  }

  async change(ctx: HttpContext) {
    const config = await this.#find(ctx)
    if (!config) {
      return
    }
    const form = { config: configDetails(config), values: storedForm(config) }
    return this.#pages.render(ctx, 'configs/form', formPage(form, this.#urlTo))
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
      this.#backToList(ctx, `The SMTP configuration “${config.name}” was deleted.`)
    }
  }

  async activate(ctx: HttpContext) {
    const config = await this.#find(ctx)
    if (config) {
      await config.activate(authorOf(this.#config, ctx))
      this.#backToList(ctx, `“${config.name}” is active now: the next mail goes through it.`)
    }
  }

  async deactivate(ctx: HttpContext) {
    const config = await this.#find(ctx)
    if (config) {
      await config.deactivate(authorOf(this.#config, ctx))
      const consequence = await describeWithout(this.#resolver, config)
      this.#backToList(ctx, `“${config.name}” is no longer active. ${consequence}`)
    }
  }

  /** The configuration of the address, or null after sending the visitor to the list. */
  async #find(ctx: HttpContext): Promise<SmtpConfig | null> {
    const id: string = ctx.params.id
    const config = await SmtpConfig.find(id)
    if (!config) {
      const text = `There is no SMTP configuration with ID “${id.slice(0, 40)}”. Perhaps it was deleted?`
      flashMessage(ctx, 'warning', text)
      ctx.response.redirect(this.#urlTo('configs.index'))
    }
    return config
  }

  /** Stores the posted form, or shows it again with what is wrong with it (422). */
  async #save(ctx: HttpContext, config: SmtpConfig, done: 'added' | 'changed') {
    const body = ctx.request.body()
    const form = {
      config: config.$isPersisted ? configDetails(config) : null,
      values: postedForm(body),
    }
    try {
      config.merge(columnValues(body))
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
      const page = formPage({ ...form, problems: error.messages }, this.#urlTo)
      return this.#pages.render(ctx, 'configs/form', page)
    }
    this.#backToList(ctx, `The SMTP configuration “${config.name}” was ${done} successfully.`)
  }

  #backToList(ctx: HttpContext, text: string) {
    flashMessage(ctx, 'success', text)
    ctx.response.redirect(this.#urlTo('configs.index'))
  }
}
