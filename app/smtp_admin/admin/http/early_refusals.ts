import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { HttpRouterService } from '@adonisjs/core/types'

type Answer = (ctx: HttpContext) => Promise<void>

/** How our forms are answered that the app refuses before any page of ours is asked. */
export interface EarlyAnswers {
  /** Shield: the token was missing, or an old one. */
  expired: Answer
  /** The body parser: more was sent than it reads. */
  tooLarge: Answer
}

/** The class of what Shield throws. Its own type would ask every app for Shield, also without pages. */
export interface BadToken {
  prototype: { handle(error: unknown, ctx: HttpContext): Promise<void> }
}

/** Whether a request is for one of our pages. */
function isOurs({ route }: HttpContext): boolean {
  return route?.name?.startsWith('smtp_admin.') ?? false
}

/**
 * Finds out about forms of ours that the app's own middleware refuses, so that what was typed into
 * them is not lost. Other requests are left alone: see docs/decisions, 0007.
 */
export class EarlyRefusals {
  #answers: EarlyAnswers | null = null

  answerWith(answers: EarlyAnswers) {
    this.#answers = answers
  }

  /**
   * The error of Shield answers itself: into the session, and back to where the form was.
   *
   * @returns undoes it
   */
  watchTokens({ prototype }: BadToken): () => void {
    const { handle } = prototype
    const answer = (ctx: HttpContext) => (isOurs(ctx) ? this.#answers?.expired : undefined)
    prototype.handle = async function (error, ctx) {
      const ours = answer(ctx)
      return ours ? ours(ctx) : handle.call(this, error, ctx)
    }
    return () => {
      prototype.handle = handle
    }
  }

  /** Has to come before the app adds its body parser, whose error nobody after it gets to see. */
  watchBodies(router: HttpRouterService) {
    const afterwards = async (ctx: HttpContext) => {
      if (ctx.response.getStatus() === 413 && isOurs(ctx)) {
        await this.#answers?.tooLarge(ctx)
      }
    }
    class TooLarge {
      async handle(ctx: HttpContext, next: NextFn) {
        await next()
        await afterwards(ctx)
      }
    }
    router.use([async () => ({ default: TooLarge })])
  }
}
