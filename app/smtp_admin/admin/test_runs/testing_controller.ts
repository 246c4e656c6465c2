import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import type { TestOutcome } from '../../diagnostics/test_runner.js'
import { type FieldError, validationError } from '../../models/config_validator.js'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { format } from '../../i18n/format.js'
import { postedForm, storedForm } from '../configs/config_form.js'
import { isPasswordTyped, parseText } from '../configs/form_input.js'
import { type Form, renderForm } from '../configs/form_page.js'
import { translateFor } from '../http/locale.js'
import { wantsNdjson } from '../http/streaming.js'
import type { PageRenderer } from '../http/page_renderer.js'
import { authorOf, isAllowed } from '../http/permissions.js'
import { orRefused } from '../http/retry_after.js'
import { detailsWithHealth } from '../presenters/health.js'
import { storedConfig } from '../http/find_config.js'
import type { PageUrl } from '../http/urls.js'
import { draftFormUrl } from './form_urls.js'
import { type TestInput, testInput } from './test_input.js'
import type { TestStarter } from './test_starter.js'
import { streamTest } from './stream.js'
import { presentResult } from '../presenters/test_result.js'
import { typedConfig } from './typed_config.js'

/** A test that can be started: of what, how, and the form to go back to. */
interface Ready {
  config: SmtpConfig
  input: TestInput
  form: Form
}

/** Starts tests: of configurations as they are stored, and of what a form has in it. */
export class TestingController {
  #config: ResolvedSmtpAdminConfig
  #starter: TestStarter
  #pages: PageRenderer
  #urlTo: PageUrl

  constructor(
    config: ResolvedSmtpAdminConfig,
    starter: TestStarter,
    pages: PageRenderer,
    urlTo: PageUrl
  ) {
    this.#config = config
    this.#starter = starter
    this.#pages = pages
    this.#urlTo = urlTo
  }

  /** Of a configuration as it is stored; leads to the page of the test. */
  async stored(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
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
  async typedNew(ctx: HttpContext) {
    return this.#typed(ctx, null)
  }

  /** Of what the form to change a configuration has in it; leads back to the form. */
  async typed(ctx: HttpContext) {
    const config = await storedConfig(ctx, this.#urlTo)
    return config && this.#typed(ctx, config)
  }

  async #typed(ctx: HttpContext, stored: SmtpConfig | null) {
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
    const author = await authorOf(this.#config, ctx)
    const canView = await isAllowed(this.#config, ctx, 'view')
    return streamTest(ctx, {
      encryption: config.encryption,
      run: (onStage) => this.#starter.start(ctx, { config, input, author, onStage }),
      conclude: (outcome) => {
        const { url, ...result } = this.#resultOf(ctx, outcome, form)
        return { ...result, url: canView ? url : null }
      },
    })
  }

  async #toRun(ctx: HttpContext, ready: Ready) {
    const author = await authorOf(this.#config, ctx)
    const outcome = await this.#starter.start(ctx, { ...ready, author })
    const { url, ...view } = this.#resultOf(ctx, outcome, ready.form)
    if (url === null) {
      const result = { ...view, url, isPasswordLost: false }
      return this.#renderForm(ctx, { ...ready.form, result })
    }
    ctx.response.redirect().status(303).toPath(url)
  }

  /** What was typed is not lost by a test that is refused for now (429). */
  async #toForm(ctx: HttpContext, ready: Ready) {
    const author = await authorOf(this.#config, ctx)
    const outcome = await this.#starter.start(ctx, { ...ready, author }).catch(orRefused)
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
    const formUrl = draftFormUrl(config?.id ?? null, values, this.#urlTo)
    return {
      ...presentResult(result, formUrl, translateFor(ctx)),
      url: run && this.#urlTo('tests.show', { id: run.id }),
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
    const services = { config: this.#config, pages: this.#pages, urlTo: this.#urlTo }
    return renderForm(ctx, form, services)
  }
}
