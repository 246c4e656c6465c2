import app from '@adonisjs/core/services/app'
import { Exception } from '@adonisjs/core/exceptions'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { errors as authErrors } from '@adonisjs/auth'
import type { HttpError, StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'

/** Turns what was thrown into a page: with the stack in development, in plain words elsewhere. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev
  protected renderStatusPages = !app.inDev

  protected statusPages: Record<StatusPageRange, StatusPageRenderer> = {
    '403': (_, { view }) => view.render('pages/errors/forbidden'),
    '404': (_, { view }) => view.render('pages/errors/not_found'),
    '405..499': (_, { view }) => view.render('pages/errors/bad_request'),
    '500..599': (_, { view }) => view.render('pages/errors/server_error'),
  }

  async handle(error: unknown, ctx: HttpContext) {
    if (error instanceof authErrors.E_UNAUTHORIZED_ACCESS && wantsHtml(ctx)) {
      return this.askToSignIn(ctx)
    }
    return super.handle(error, ctx)
  }

  /** What went wrong inside is for the log, whatever format the answer has. */
  renderError(error: HttpError, ctx: HttpContext) {
    const isTold = error.status < 500 || this.isDebuggingEnabled(ctx)
    const told = isTold ? error : new Exception('Internal server error', { status: error.status })
    return super.renderError(told, ctx)
  }

  /**
   * Unlike the exception's own answer this keeps nothing of the form that was sent: it may have had
   * a password in it, and the session is not a place for one.
   */
  private askToSignIn({ response, session }: HttpContext) {
    session.flash('notice', 'Sign in to continue.')
    return response.redirect().withIntendedUrl().toPath('/login')
  }
}

function wantsHtml({ request }: HttpContext) {
  return request.accepts(['html', 'json', 'application/vnd.api+json']) === 'html'
}
