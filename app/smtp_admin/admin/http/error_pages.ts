import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { E_SMTP_CONFIG_GONE } from '../../errors.js'
import type { FieldError } from '../../models/config_validator.js'
import type { Message, MessageKey } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'
import type { Ability, ResolvedSmtpAdminConfig } from '../../types/main.js'
import { translateFor } from './locale.js'
import { wantsNdjson } from './streaming.js'
import type { PageRenderer } from './page_renderer.js'
import { asRateLimited } from './rate_limit.js'
import { shownProblems } from '../presenters/problems.js'

/** What answers a request. */
export type Handler = (ctx: HttpContext) => unknown

const REFUSALS: Record<Ability, MessageKey> = {
  view: 'errors.mayNotView',
  add: 'errors.mayNotAdd',
  change: 'errors.mayNotChange',
  delete: 'errors.mayNotDelete',
  activate: 'errors.mayNotActivate',
  test: 'errors.mayNotTest',
}

/** What a page of an error says. */
interface Answer {
  status: number
  title: Message
  lines: Message[]
}

/** The pages that say why there is nothing else to see, in the look of the others. */
export class ErrorPages {
  #config: ResolvedSmtpAdminConfig
  #pages: PageRenderer
  #schemaMismatch: () => Promise<Message | null>

  constructor(
    config: ResolvedSmtpAdminConfig,
    pages: PageRenderer,
    schemaMismatch: () => Promise<Message | null>
  ) {
    this.#config = config
    this.#pages = pages
    this.#schemaMismatch = schemaMismatch
  }

  /** 403: this request may not do this. */
  forbidden(ctx: HttpContext, ability: Ability) {
    const lines: Message[] = this.#config.authorize
      ? [
          { key: REFUSALS[ability] },
          ...(isSubmitted(ctx) ? [{ key: 'errors.nothingChanged' } as const] : []),
          { key: 'errors.askAdministrator' },
        ]
      : [{ key: 'errors.closed' }]
    return this.#answer(ctx, { status: 403, title: { key: 'errors.forbidden' }, lines })
  }

  /** 404: there is no such page here. */
  notFound(ctx: HttpContext) {
    const lines: Message[] = [{ key: 'errors.noPage' }]
    return this.#answer(ctx, { status: 404, title: { key: 'errors.notFound' }, lines })
  }

  /**
   * The handler, with whatever it throws made to show itself as one of these pages. Thrown on, the
   * error is reported by the host's handler like any other.
   */
  around(handler: Handler): Handler {
    return async (ctx) => {
      try {
        return await handler(ctx)
      } catch (error) {
        if (error instanceof Error && !('handle' in error)) {
          Object.defineProperty(error, 'handle', { value: () => this.#failed(error, ctx) })
        }
        throw error
      }
    }
  }

  async #failed(error: Error, ctx: HttpContext) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return this.#refused(ctx, error.messages)
    }
    if (error instanceof E_SMTP_CONFIG_GONE) {
      const lines: Message[] = [{ key: 'errors.deletedMeanwhile' }]
      return this.#answer(ctx, { status: error.status, title: { key: 'errors.gone' }, lines })
    }
    const refused = asRateLimited(error)
    if (refused) {
      const { title, message, seconds } = refused
      ctx.response.header('Retry-After', String(seconds))
      return this.#answer(ctx, { status: 429, title, lines: [message] })
    }
    return this.#answer(ctx, { status: 500, ...(await this.#fault(ctx)) })
  }

  /** 422: by the rules of the fields. */
  #refused(ctx: HttpContext, messages: FieldError[]) {
    const translate = translateFor(ctx)
    const problems = shownProblems(translate, messages)
    if (wantsNdjson(ctx)) {
      const title = translate('errors.problems')
      return ctx.response.status(422).json({ title, lines: [], problems })
    }
    const lines = [
      translate('errors.nothingChangedBecause'),
      ...problems.map(({ message }) => message),
    ]
    return this.#send(ctx, 422, translate('errors.refused'), lines)
  }

  /** What nobody who uses the pages can put right. The reason is for the log. */
  async #fault({ request }: HttpContext): Promise<Pick<Answer, 'title' | 'lines'>> {
    const mismatch = await this.#schemaMismatch()
    if (mismatch) {
      return { title: { key: 'errors.notMigrated' }, lines: [mismatch] }
    }
    const id = request.id()
    const line: Message = id
      ? { key: 'errors.inLogUnder', params: { id } }
      : { key: 'errors.inLog' }
    return { title: { key: 'errors.failed' }, lines: [line] }
  }

  #answer(ctx: HttpContext, { status, title, lines }: Answer) {
    const translate = translateFor(ctx)
    const said = lines.map((line) => format(translate, line))
    return this.#send(ctx, status, format(translate, title), said)
  }

  async #send(ctx: HttpContext, status: number, title: string, lines: string[]) {
    if (wantsNdjson(ctx)) {
      return ctx.response.status(status).json({ title, lines })
    }
    const crumbs = [...this.#pages.parentsOf(ctx), { text: title }]
    const page = await this.#pages.render(ctx, 'error', { title, crumbs, lines })
    ctx.response.status(status).send(page)
  }
}

/** Whether something was to be changed, rather than looked at. */
function isSubmitted({ request }: HttpContext): boolean {
  return !['GET', 'HEAD'].includes(request.method())
}
