import { signedInMember } from '#services/sign_in'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

export default class MemberMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (await signedInMember(ctx)) {
      return next()
    }
    return ctx.response.redirect('/login')
  }
}
