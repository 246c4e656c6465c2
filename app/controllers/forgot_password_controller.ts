import type { HttpContext } from '@adonisjs/core/http'
import { errors as limiterErrors } from '@adonisjs/limiter'
import mail from '@adonisjs/mail/services/main'
import PasswordResetNotification from '#mails/password_reset_notification'
import User from '#models/user'
import { forgotPasswordLimiter, waitInWords } from '#start/limiter'
import { errorsByField } from '#validators/messages'
import { forgotPasswordValidator } from '#validators/password_reset'

/** Asking for a link that resets the password. */
export default class ForgotPasswordController {
  async create({ view }: HttpContext) {
    return view.render('pages/forgot_password')
  }

  /**
   * The visitor is answered before the address is looked up, so that neither the answer nor the
   * time it takes tells whether there is an account.
   */
  async store(ctx: HttpContext) {
    const { request, response, session } = ctx
    const [invalid, payload] = await forgotPasswordValidator.tryValidate(request.all())

    if (invalid) {
      return refuse(ctx, 422, errorsByField(invalid))
    }

    try {
      await forgotPasswordLimiter.consume(`forgot_password_${request.ip()}`)
    } catch (error) {
      if (error instanceof limiterErrors.E_TOO_MANY_REQUESTS) {
        const wait = error.response.availableIn
        response.header('Retry-After', String(wait))
        return refuse(ctx, 429, { form: `Too many requests. Try again in ${waitInWords(wait)}.` })
      }
      throw error
    }

    response.onFinish(() => void sendLink(payload.email, ctx))
    session.flash(
      'success',
      'If there is an account for that address, a link to choose a new password is on its way. It works for one hour.'
    )
    return response.redirect('/forgot-password')
  }
}

/** Mails the link to the user of that address, if there is one; a failure shows in the log only. */
async function sendLink(email: string, { logger }: HttpContext) {
  try {
    const user = await User.findBy({ email })
    if (user) {
      await mail.sendLater(new PasswordResetNotification(user))
    }
  } catch (error) {
    logger.error({ err: error }, 'The password reset mail could not be queued')
  }
}

async function refuse(
  { request, response, view }: HttpContext,
  status: 422 | 429,
  errors: Record<string, string>
) {
  const values = { email: request.input('email') }
  const page = await view.render('pages/forgot_password', { errors, values })
  return response.status(status).send(page)
}
