import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { E_SMTP_CONFIG_GONE, E_SMTP_TEST_REQUIRED } from '../../errors.js'
import { type Problem, problem } from '../../models/problem.js'
import { type SmtpConfig } from '../../models/smtp_config.js'
import type { Resolver } from '../../resolution/resolver.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { actionMessage } from './activation_message.js'
import { describeSave } from '../http/consequences.js'
import { emptyForm, storedForm } from './config_form.js'
import { duplicateForm, duplicateInput, findOriginal } from './duplicate.js'
import { isPasswordLeftOut, isPasswordTyped } from './form_input.js'
import type { Form } from './form_page.js'
import { noticeOfCopy, noticeOfNew, prefilled } from './prefill.js'
import { formContent, renderForm } from './render_form.js'
import { pageAfter, pressedButton, withRemarks } from './save_buttons.js'
import { translateFor } from '../http/locale.js'
import { listBefore, wayBack } from '../http/back_to_list.js'
import { flashMessage } from '../http/messages.js'
import type { Pages } from '../http/page_renderer.js'
import { isAllowed } from '../http/permissions.js'
import { detailsWithHealth } from '../presenters/health.js'
import { findByAddress, findDeletion, storedConfig, toListWithout } from '../http/find_config.js'
import type { PageUrl } from '../http/urls.js'
import { addConfig } from './add_config.js'
import { changeConfig } from './change_config.js'
import { describeConflict, valuesAfter } from './conflict.js'
import { formOfDeleted } from './form_of_deleted.js'
import { ChangedMeanwhile, findLostUpdate } from './lost_update.js'
import { type Posted, isForLooking, readPosted } from './posted.js'
import type { Saved } from './saved.js'

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
    const translate = translateFor(ctx)
    // A copy shows stored values, which require the permission to view them.
    const canView = await isAllowed(this.#config, ctx, 'view')
    const original = canView ? await findOriginal(query.duplicate) : null
    return this.#renderForm(ctx, {
      config: null,
      values: original ? await duplicateForm(original, translate) : emptyForm(query),
      notice: original ? noticeOfCopy(translate, original.scope) : noticeOfNew(query, translate),
    })
  }

  async store(ctx: HttpContext) {
    const body = ctx.request.body()
    const translate = translateFor(ctx)
    const isCopy = pressedButton(body) === '_saveasnew'
    const input = isCopy ? await duplicateInput(body, translate) : body
    const posted = await readPosted(this.#config, ctx, input)
    if (isForLooking(body)) {
      return this.#renderForm(ctx, { config: null, values: posted.values })
    }
    try {
      const saved = await addConfig(posted, this.#config.activation)
      await this.#toNext(ctx, saved, posted)
    } catch (error) {
      const notice = isCopy ? noticeOfCopy(translate) : null
      const form = { config: null, values: posted.values, notice }
      return this.#refuse(ctx, form, problemsOf(error))
    }
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
    const posted = await readPosted(this.#config, ctx)
    const config = await findByAddress(ctx)
    if (!config) {
      return this.#renderDeleted(ctx, posted)
    }
    if (isForLooking(posted.input)) {
      return this.#renderForm(ctx, await formOf(config, posted))
    }
    try {
      const saved = await changeConfig(config, posted, this.#config.activation)
      await this.#toNext(ctx, saved, posted)
    } catch (error) {
      return this.#refuseChange(ctx, posted, error)
    }
  }

  /** Nothing was changed: because others were faster, or because of what was entered. */
  async #refuseChange(ctx: HttpContext, posted: Posted, error: unknown) {
    const current = await findByAddress(ctx)
    if (error instanceof E_SMTP_CONFIG_GONE || !current) {
      return this.#renderDeleted(ctx, posted)
    }
    if (error instanceof ChangedMeanwhile) {
      return this.#renderConflict(ctx, current, posted, error)
    }
    // What is wrong may be so only because of what others have changed.
    const problems = problemsOf(error)
    const lostUpdate = await findLostUpdate(current, posted)
    return lostUpdate
      ? this.#renderConflict(ctx, current, posted, lostUpdate)
      : this.#refuse(ctx, await formOf(current, posted), problems)
  }

  /** Shows the form again with what is wrong with it (422). */
  async #refuse(ctx: HttpContext, form: Form, problems: Problem[]) {
    ctx.response.status(422)
    const isPasswordLost = isPasswordTyped(ctx.request.body())
    return this.#renderForm(ctx, { ...form, problems, isPasswordLost })
  }

  /** Shows what others have changed, and the form with everything that was entered (409). */
  async #renderConflict(
    ctx: HttpContext,
    current: SmtpConfig,
    posted: Posted,
    meanwhile: ChangedMeanwhile
  ) {
    ctx.response.status(409)
    const translate = translateFor(ctx)
    const form = {
      config: await detailsWithHealth(current),
      values: valuesAfter(meanwhile, posted, current),
    }
    const services = { config: this.#config, urlTo: this.#urlTo }
    return this.#pages.render(ctx, 'configs/conflict', {
      ...(await formContent(ctx, form, services)),
      title: `${current.name} | ${translate('saving.conflictTitle')}`,
      heading: translate('saving.conflictHeading'),
      hasErrors: true,
      conflict: describeConflict(meanwhile, posted, translate),
    })
  }

  /** Offers to add what was entered for a configuration that was deleted meanwhile (410). */
  async #renderDeleted(ctx: HttpContext, posted: Posted) {
    const deletion = await findDeletion(String(ctx.params.id))
    if (!deletion || !(await isAllowed(this.#config, ctx, 'add'))) {
      return toListWithout(ctx, this.#urlTo)
    }
    ctx.response.status(410)
    return this.#renderForm(ctx, formOfDeleted(posted, deletion, translateFor(ctx)))
  }

  #renderForm(ctx: HttpContext, form: Form) {
    const services = { config: this.#config, pages: this.#pages, urlTo: this.#urlTo }
    return renderForm(ctx, form, services)
  }

  /** Goes where the button leads that was pressed, and says there what was done. */
  async #toNext(ctx: HttpContext, saved: Saved, { input }: Posted) {
    const { config, done, activity } = saved
    const password = isPasswordLeftOut(input) ? 'kept' : 'entered'
    const deed = { ...saved, done: describeSave(config, done, activity, password) }
    const message = await actionMessage(this.#resolver, config, deed)
    const back = wayBack(listBefore(ctx), this.#urlTo)
    // Whoever may not look at what is stored stays where they may be.
    const canView = await isAllowed(this.#config, ctx, 'view')
    const button = canView ? pressedButton(input) : '_addanother'
    const next = pageAfter(button, config, this.#urlTo, back)
    flashMessage(ctx, withRemarks(message, next))
    ctx.response.redirect(next.url)
  }
}

async function formOf(config: SmtpConfig, { values }: Posted): Promise<Form> {
  return { config: await detailsWithHealth(config), values }
}

/** What was wrong with a form, of the errors that say so; others are thrown on. */
function problemsOf(error: unknown): Problem[] {
  if (error instanceof errors.E_VALIDATION_ERROR) {
    return error.messages
  }
  if (error instanceof E_SMTP_TEST_REQUIRED) {
    return [INACTIVE_FIRST]
  }
  throw error
}
