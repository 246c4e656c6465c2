import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { E_SMTP_CONFIG_GONE } from '../errors.js'
import type { Ability, ResolvedSmtpAdminConfig } from '../types.js'
import { translateFor } from './language.js'
import { isLive } from './live.js'
import type { Pages } from './pages.js'
import { refusedForNow } from './retry_after.js'
import { shownProblems } from './shown_problems.js'

/** What answers a request. */
export type Handler = (ctx: HttpContext) => unknown

const DEEDS: Record<Ability, string> = {
  view: 'see the SMTP configurations',
  add: 'add SMTP configurations',
  change: 'change SMTP configurations',
  delete: 'delete SMTP configurations',
  activate: 'activate or deactivate SMTP configurations',
  test: 'test SMTP configurations',
}

/** The pages that say why there is nothing else to see, in the look of the others. */
export class ErrorPages {
  #config: ResolvedSmtpAdminConfig
  #pages: Pages
  #schemaProblem: () => Promise<string | null>

  constructor(
    config: ResolvedSmtpAdminConfig,
    pages: Pages,
    schemaProblem: () => Promise<string | null>
  ) {
    this.#config = config
    this.#pages = pages
    this.#schemaProblem = schemaProblem
  }

  /** 403: this request may not do this. */
  forbidden(ctx: HttpContext, ability: Ability) {
    const lines = this.#config.authorize
      ? [
          `You do not have permission to ${DEEDS[ability]}. Nothing was changed.`,
          'If you need to, ask an administrator of this site.',
        ]
      : ['These pages are closed to everybody: config/smtp_admin.ts has no “authorize”.']
    return this.#answer(ctx, 403, 'No permission', lines)
  }

  /** 404: there is no such page here. */
  notFound(ctx: HttpContext) {
    const lines = ['There is no page at this address. It may have been mistyped, or be an old one.']
    return this.#answer(ctx, 404, 'Page not found', lines)
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
      const problems = shownProblems(translateFor(ctx), error.messages)
      if (isLive(ctx)) {
        return ctx.response.status(422).json({ title: 'There are problems', lines: [], problems })
      }
      const lines = ['Nothing was changed:', ...problems.map(({ message }) => message)]
      return this.#answer(ctx, 422, 'This cannot be done', lines)
    }
    if (error instanceof E_SMTP_CONFIG_GONE) {
      return this.#answer(ctx, error.status, 'Deleted meanwhile', [error.message])
    }
    const refused = refusedForNow(error)
    if (refused) {
      ctx.response.header('Retry-After', String(refused.seconds))
      return this.#answer(ctx, 429, refused.title, [refused.message])
    }
    const schemaProblem = await this.#schemaProblem()
    if (schemaProblem) {
      return this.#answer(ctx, 500, 'The database is not up to date', [schemaProblem])
    }
    const id = ctx.request.id()
    const where = id ? `, under the request ID ${id}` : ''
    const lines = [`Something failed that should not have. The reason is in the log${where}.`]
    return this.#answer(ctx, 500, 'Something went wrong', lines)
  }

  async #answer(ctx: HttpContext, status: number, title: string, lines: string[]) {
    if (isLive(ctx)) {
      return ctx.response.status(status).json({ title, lines })
    }
    const page = await this.#pages.render(ctx, 'error', { title, crumbs: [{ text: title }], lines })
    ctx.response.status(status).send(page)
  }
}
