import type { HttpContext } from '@adonisjs/core/http'
import { errors as authErrors } from '@adonisjs/auth'
import { errors as limiterErrors } from '@adonisjs/limiter'
import User from '#models/user'
import {
  signInAddressKey,
  signInAddressLimiter,
  signInKey,
  signInLimiter,
  waitInWords,
} from '#start/limiter'
import { errorsByField } from '#validators/messages'
import { signInValidator } from '#validators/session'

/** Signing in and out. */
export default class SessionController {
  async create({ view }: HttpContext) {
    return view.render('pages/login')
  }

  /**
   * An attempt is counted before the password is looked at and handed back when it was right, so
   * that guesses made in parallel count too.
   */
  async store(ctx: HttpContext) {
    const { auth, request, response } = ctx
    const [invalid, credentials] = await signInValidator.tryValidate(request.all())

    if (invalid) {
      return refuse(ctx, 422, errorsByField(invalid))
    }

    const addressKey = signInAddressKey(request.ip())
    const key = signInKey(credentials.email, request.ip())

    try {
      await signInAddressLimiter.consume(addressKey)
      await signInLimiter.consume(key)
      const user = await User.verifyCredentials(credentials.email, credentials.password)
      await signInLimiter.delete(key)
      await signInAddressLimiter.decrement(addressKey)
      await auth.use('web').login(user)
      return response.redirect().toIntended('/')
    } catch (error) {
      if (error instanceof authErrors.E_INVALID_CREDENTIALS) {
        return refuse(ctx, 422, { form: 'The e-mail address or the password is not right.' })
      }
      if (error instanceof limiterErrors.E_TOO_MANY_REQUESTS) {
        const wait = error.response.availableIn
        response.header('Retry-After', String(wait))
        return refuse(ctx, 429, { form: `Too many attempts. Try again in ${waitInWords(wait)}.` })
      }
      throw error
    }
  }

  async destroy({ auth, response, session }: HttpContext) {
    await auth.use('web').logout()
    session.clear()
    session.regenerate()
    session.flash('success', 'You are signed out.')
    return response.redirect('/login')
  }
}

/** Shows the form again with what was wrong and the e-mail address, never the password. */
async function refuse(
  { request, response, view }: HttpContext,
  status: 422 | 429,
  errors: Record<string, string>
) {
  const values = { email: request.input('email') }
  const page = await view.render('pages/login', { errors, values })
  return response.status(status).send(page)
}
