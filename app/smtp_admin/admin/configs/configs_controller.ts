import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { IdTaken, type SaveResult, addConfig, changeConfig } from '../../actions/save_config.js'
import {
  E_SMTP_ACTIVATION_REFUSED,
  E_SMTP_CONFIG_GONE,
  E_SMTP_TEST_REQUIRED,
} from '../../errors.js'
import { type FieldError, fieldError, validationError } from '../../models/config_validator.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { listBefore, wayBack } from '../http/back_to_list.js'
import { findByParam, findDeletion, findOrRedirect, redirectMissing } from '../http/find_config.js'
import { translateFor } from '../http/locale.js'
import { expiredInput, flashMessage } from '../http/messages.js'
import { isAllowed } from '../http/permissions.js'
import { detailsWithHealth } from '../presenters/health.js'
import { emptyForm, postedForm, storedForm } from './config_form.js'
import { duplicateForm, duplicateInput, findOriginal, findScope } from './duplicate.js'
import {
  EditConflict,
  findEditConflict,
  findResubmission,
  formAfterConflict,
  formAfterDeletion,
  presentConflict,
} from './edit_conflict.js'
import { isPasswordTyped } from './form_input.js'
import { type Form, formContent, renderForm } from './form_page.js'
import { duplicateNotice, newFormNotice, prefill } from './prefill.js'
import { followUp, saveMessage, submitButton } from './save_message.js'
import { ConfigSubmission } from './submission.js'
import { AdminServices } from '../http/admin_services.js'

const UUID_4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** The forms that add and change configurations. */
@inject()
export default class ConfigsController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  async add(ctx: HttpContext) {
    const query = ctx.request.qs()
    const translate = translateFor(ctx)
    const expired = expiredInput(ctx)
    if (expired) {
      return this.#renderForm(ctx, { config: null, values: postedForm(expired) })
    }
    // A copy shows stored values, which require the permission to view them.
    const canView = await isAllowed(this.#admin.config, ctx, 'view')
    const original = canView ? await findOriginal(query.duplicate) : null
    return this.#renderForm(ctx, {
      config: null,
      values: original ? await duplicateForm(original, translate) : emptyForm(query),
      notice: original
        ? duplicateNotice(translate, original.scope)
        : newFormNotice(query, translate),
    })
  }

  async store(ctx: HttpContext) {
    const body = ctx.request.body()
    const translate = translateFor(ctx)
    const isDuplicate = submitButton(body) === '_saveasnew'
    const input = isDuplicate ? await duplicateInput(body, translate) : body
    const config = this.#admin.config
    const submission = await ConfigSubmission.from(ctx, { config, input, hasPassword: false })
    try {
      await this.#toNext(ctx, await this.#add(submission), submission)
    } catch (error) {
      const notice = isDuplicate ? duplicateNotice(translate) : null
      const form = { config: null, values: submission.display, notice }
      return this.#refuse(ctx, form, findProblems(error))
    }
  }

  async change(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (config) {
      const canChange = await isAllowed(this.#admin.config, ctx, 'change')
      const query = canChange ? ctx.request.qs() : {}
      const { values, notice } = prefill(storedForm(config), query, translateFor(ctx))
      const expired = expiredInput(ctx)
      const form = expired ? { values: postedForm(expired) } : { values, notice }
      return this.#renderForm(ctx, { config: await detailsWithHealth(config), ...form })
    }
  }

  async update(ctx: HttpContext) {
    const config = await findByParam(ctx)
    const submission = await ConfigSubmission.from(ctx, {
      config: this.#admin.config,
      hasPassword: config?.hasPassword ?? false,
    })
    if (!config) {
      return this.#renderDeleted(ctx, submission)
    }
    try {
      await this.#toNext(ctx, await this.#change(config, submission), submission)
    } catch (error) {
      return this.#refuseChange(ctx, submission, error)
    }
  }

  /** Adds under the id in the form, so that a form that is sent twice adds one configuration. */
  async #add(submission: ConfigSubmission): Promise<SaveResult> {
    const { display, isActive = false } = submission
    const id = display.new_id
    refuseInvalid(submission)
    const scope = await findScope(display.duplicate)
    const values = { ...submission.attributes, scope, is_active: isActive }
    const request = this.#request(submission)
    if (!UUID_4.test(id)) {
      return addConfig(values, request)
    }
    try {
      return await addConfig(values, { ...request, id })
    } catch (error) {
      if (!(error instanceof IdTaken)) {
        throw error
      }
      const added = await findResubmission(id, submission)
      return added
        ? { ...(await changeConfig(added, {}, request)), done: 'added' }
        : addConfig(values, request)
    }
  }

  async #change(config: SmtpConfig, submission: ConfigSubmission): Promise<SaveResult> {
    const { attributes, isActive = config.isActive } = submission
    refuseInvalid(submission)
    return changeConfig(
      config,
      { ...attributes, is_active: isActive },
      {
        ...this.#request(submission),
        beforeStore: async ({ trx: client }) => {
          const current = await SmtpConfig.findOrFail(config.id, { client })
          const conflict = await findEditConflict(current, submission, client)
          if (conflict) {
            throw conflict
          }
        },
      }
    )
  }

  #request({ author }: ConfigSubmission) {
    const { activation: policy, beforeActivate } = this.#admin.config
    return { policy, beforeActivate, author }
  }

  async #refuseChange(ctx: HttpContext, submission: ConfigSubmission, error: unknown) {
    const current = await findByParam(ctx)
    if (error instanceof E_SMTP_CONFIG_GONE || !current) {
      return this.#renderDeleted(ctx, submission)
    }
    if (error instanceof EditConflict) {
      return this.#renderConflict(ctx, current, submission, error)
    }
    const problems = findProblems(error)
    // A problem may be the result of another user's change.
    const conflict = await findEditConflict(current, submission)
    return conflict
      ? this.#renderConflict(ctx, current, submission, conflict)
      : this.#refuse(ctx, await buildForm(current, submission), problems)
  }

  /** Displays the form again with its errors (422). */
  async #refuse(ctx: HttpContext, form: Form, problems: FieldError[]) {
    ctx.response.status(422)
    const isPasswordLost = isPasswordTyped(ctx.request.body())
    return this.#renderForm(ctx, { ...form, problems, isPasswordLost })
  }

  /** Displays the changes of other users, and the form with what was entered (409). */
  async #renderConflict(
    ctx: HttpContext,
    current: SmtpConfig,
    submission: ConfigSubmission,
    conflict: EditConflict
  ) {
    ctx.response.status(409)
    const translate = translateFor(ctx)
    const form = {
      config: await detailsWithHealth(current),
      values: formAfterConflict(conflict, submission, current),
    }
    const services = { config: this.#admin.config, urlTo: this.#admin.urlTo }
    return this.#admin.pages.render(ctx, 'configs/conflict', {
      ...(await formContent(ctx, form, services)),
      title: `${current.name} | ${translate('saving.conflictTitle')}`,
      heading: translate('saving.conflictHeading'),
      hasErrors: true,
      conflict: presentConflict(conflict, submission, translate),
    })
  }

  /** Offers to add a configuration again that was deleted since the form was displayed (410). */
  async #renderDeleted(ctx: HttpContext, submission: ConfigSubmission) {
    const deletion = await findDeletion(String(ctx.params.id))
    if (!deletion || !(await isAllowed(this.#admin.config, ctx, 'add'))) {
      return redirectMissing(ctx, this.#admin.urlTo)
    }
    ctx.response.status(410)
    return this.#renderForm(ctx, formAfterDeletion(submission, deletion, translateFor(ctx)))
  }

  #renderForm(ctx: HttpContext, form: Form) {
    const services = {
      config: this.#admin.config,
      pages: this.#admin.pages,
      urlTo: this.#admin.urlTo,
    }
    return renderForm(ctx, form, services)
  }

  async #toNext(ctx: HttpContext, saved: SaveResult, { input }: ConfigSubmission) {
    const back = wayBack(listBefore(ctx), this.#admin.urlTo)
    // Without the permission to view, the form to add is the only page to go to.
    const canView = await isAllowed(this.#admin.config, ctx, 'view')
    const button = canView ? submitButton(input) : '_addanother'
    const next = followUp(button, saved.config, this.#admin.urlTo, back)
    flashMessage(ctx, await saveMessage(this.#admin.resolver, saved, input, next))
    ctx.response.redirect(next.url)
  }
}

function refuseInvalid({ errors: found }: ConfigSubmission) {
  if (found.length > 0) {
    throw validationError(found)
  }
}

async function buildForm(config: SmtpConfig, { display }: ConfigSubmission): Promise<Form> {
  return { config: await detailsWithHealth(config), values: display }
}

/** The problems of a form that an error reports. Other errors are thrown on. */
function findProblems(error: unknown): FieldError[] {
  if (error instanceof errors.E_VALIDATION_ERROR) {
    return error.messages
  }
  if (error instanceof E_SMTP_TEST_REQUIRED) {
    return [fieldError('is_active.tested')]
  }
  if (error instanceof E_SMTP_ACTIVATION_REFUSED) {
    return [fieldError('is_active.refused', { reason: error.reason })]
  }
  throw error
}
