import { signIn } from '#services/sign_in'
import type { HttpContext } from '@adonisjs/core/http'

export default class SessionController {
  async create({ view }: HttpContext) {
    return view.render('pages/login')
  }

  async store(ctx: HttpContext) {
    const { email, password } = ctx.request.all()

    await signIn(ctx, email, password)
    ctx.response.redirect().toRoute('home')
  }
}
