import type { HttpContext } from '@adonisjs/core/http'
import { findByResetToken, redeemResetToken } from '#models/password_reset_token'
import { signInKey, signInLimiter } from '#start/limiter'
import { errorsByField } from '#validators/messages'
import { resetPasswordValidator } from '#validators/password_reset'

/** Choosing a new password with the link from the mail. */
export default class PasswordResetController {
  async edit(ctx: HttpContext) {
    const user = await findByResetToken(ctx.params.token)
    return user ? showForm(ctx) : refuseLink(ctx)
  }

  async update(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const owner = await findByResetToken(params.token)

    if (!owner) {
      return refuseLink(ctx)
    }

    const [invalid, payload] = await resetPasswordValidator.tryValidate(request.all(), {
      meta: { owner },
    })

    if (invalid) {
      const page = await showForm(ctx, errorsByField(invalid))
      return response.status(422).send(page)
    }

    const user = await redeemResetToken(params.token, payload.password)

    if (!user) {
      return refuseLink(ctx)
    }

    await signInLimiter.delete(signInKey(user.email, request.ip()))
    await auth.use('web').logout()
    session.flash('success', 'Your password is changed. Sign in with the new one.')
    return response.redirect('/login')
  }
}

/** The address of these pages is a secret: it is not cached, nor sent to other sites. */
function showForm({ params, response, view }: HttpContext, errors = {}) {
  response.header('Cache-Control', 'no-store')
  response.header('Referrer-Policy', 'same-origin')
  return view.render('pages/reset_password', { token: params.token, errors })
}

/** Says that a link is expired, used or damaged; which of these is nobody's business. */
async function refuseLink({ response, view }: HttpContext) {
  const page = await view.render('pages/reset_link_refused')
  return response.status(410).send(page)
}
