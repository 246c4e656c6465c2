import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import type { TestOutcome } from '../../diagnostics/test_runner.js'
import { type FieldError, validationError } from '../../models/config_validator.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import { format } from '../../i18n/format.js'
import { postedForm, storedForm } from '../configs/config_form.js'
import { isPasswordTyped, parseText } from '../configs/form_input.js'
import { type Form, renderForm } from '../configs/form_page.js'
import { translateFor } from '../http/locale.js'
import { wantsNdjson } from '../http/streaming.js'
import { authorOf, isAllowed } from '../http/permissions.js'
import { toRateLimited } from '../http/rate_limit.js'
import { detailsWithHealth } from '../presenters/health.js'
import { findOrRedirect } from '../http/find_config.js'
import { draftFormUrl } from './form_urls.js'
import { type TestInput, testInput } from './test_input.js'
import { streamTest } from './stream.js'
import { presentResult } from '../presenters/test_result.js'
import { typedConfig } from './typed_config.js'
import { AdminServices } from '../http/admin_services.js'
import { startTest } from './start_test.js'

/** A test that can be started: of what, how, and the form to go back to. */
interface Ready {
  config: SmtpConfig
  input: TestInput
  form: Form
}

/** Starts tests: of configurations as they are stored, and of what a form has in it. */
@inject()
export default class DraftTestsController {
  #admin: AdminServices

  constructor(admin: AdminServices) {
    this.#admin = admin
  }

  /** Of a configuration as it is stored; leads to the page of the test. */
  async testStored(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    if (!config) {
      return
    }
    const form = {
      config: await detailsWithHealth(config),
      values: storedForm(config),
      testTo: parseText(ctx.request.body().test_to),
      testSelector: parseText(ctx.request.body().test_selector),
    }
    return this.#orForm(ctx, form, async (input, problems) => {
      if (problems.length > 0) {
        throw validationError(problems)
      }
      const ready = { config, input, form }
      return wantsNdjson(ctx) ? this.#stream(ctx, ready) : this.#toRun(ctx, ready)
    })
  }

  /** Of what the form to add a configuration has in it; leads back to the form. */
  async testNew(ctx: HttpContext) {
    return this.#testDraft(ctx, null)
  }

  /** Of what the form to change a configuration has in it; leads back to the form. */
  async test(ctx: HttpContext) {
    const config = await findOrRedirect(ctx, this.#admin.urlTo)
    return config && this.#testDraft(ctx, config)
  }

  async #testDraft(ctx: HttpContext, stored: SmtpConfig | null) {
    const body = ctx.request.body()
    const form = {
      config: stored && (await detailsWithHealth(stored)),
      values: postedForm(body),
      testTo: parseText(body.test_to),
      testSelector: parseText(body.test_selector),
    }
    return this.#orForm(ctx, form, async (input, problems) => {
      const ready = { config: await typedConfig(stored, body, problems), input, form }
      return wantsNdjson(ctx) ? this.#stream(ctx, ready) : this.#toForm(ctx, ready)
    })
  }

  async #stream(ctx: HttpContext, { config, input, form }: Ready) {
    const author = await authorOf(this.#admin.config, ctx)
    const canView = await isAllowed(this.#admin.config, ctx, 'view')
    return streamTest(ctx, {
      encryption: config.encryption,
      run: (onStage) => startTest(this.#admin, ctx, { config, input, author, onStage }),
      conclude: (outcome) => {
        const { url, ...result } = this.#resultOf(ctx, outcome, form)
        return { ...result, url: canView ? url : null }
      },
    })
  }

  async #toRun(ctx: HttpContext, ready: Ready) {
    const author = await authorOf(this.#admin.config, ctx)
    const outcome = await startTest(this.#admin, ctx, { ...ready, author })
    const { url, ...view } = this.#resultOf(ctx, outcome, ready.form)
    if (url === null) {
      const result = { ...view, url, isPasswordLost: false }
      return this.#renderForm(ctx, { ...ready.form, result })
    }
    ctx.response.redirect().status(303).toPath(url)
  }

  /** What was typed is not lost by a test that is refused for now (429). */
  async #toForm(ctx: HttpContext, ready: Ready) {
    const author = await authorOf(this.#admin.config, ctx)
    const outcome = await startTest(this.#admin, ctx, { ...ready, author }).catch(toRateLimited)
    if ('seconds' in outcome) {
      const { message, seconds } = outcome
      const translate = translateFor(ctx)
      const heading = translate('tests.notTested')
      const notice = { tone: 'error', heading, text: format(translate, message) } as const
      ctx.response.status(429).header('Retry-After', String(seconds))
      return this.#renderForm(ctx, { ...ready.form, notice })
    }
    const isPasswordLost = isPasswordTyped(ctx.request.body())
    const result = { ...this.#resultOf(ctx, outcome, ready.form), isPasswordLost }
    return this.#renderForm(ctx, { ...ready.form, result })
  }

  #resultOf(ctx: HttpContext, { result, run }: TestOutcome, { config, values }: Form) {
    const formUrl = draftFormUrl(config?.id ?? null, values, this.#admin.urlTo)
    return {
      ...presentResult(result, formUrl, translateFor(ctx)),
      url: run && this.#admin.urlTo('tests.show', { id: run.id }),
    }
  }

  /** What is wrong with the values shows the form again, with what was typed and why (422). */
  async #orForm(
    ctx: HttpContext,
    form: Form,
    test: (input: TestInput, problems: FieldError[]) => Promise<unknown>
  ) {
    try {
      const { posted, problems } = await testInput(ctx.request.body())
      return await test(posted, problems)
    } catch (error) {
      if (wantsNdjson(ctx) || !(error instanceof errors.E_VALIDATION_ERROR)) {
        throw error
      }
      ctx.response.status(422)
      const { messages: problems } = error
      const isPasswordLost = isPasswordTyped(ctx.request.body())
      return this.#renderForm(ctx, { ...form, problems, undone: 'tested', isPasswordLost })
    }
  }

  #renderForm(ctx: HttpContext, form: Form) {
    const services = {
      config: this.#admin.config,
      pages: this.#admin.pages,
      urlTo: this.#admin.urlTo,
    }
    return renderForm(ctx, form, services)
  }
}
