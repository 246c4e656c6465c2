import { signedInMember } from '#services/sign_in'
import mail from '@adonisjs/mail/services/main'
import type { HttpContext } from '@adonisjs/core/http'

export default class OrdersController {
  async store(ctx: HttpContext) {
    const member = await signedInMember(ctx)

    await mail.send((message) => {
      message.to(member!.email).subject('Thank you for your order').text('It is on its way.')
    })
    ctx.response.redirect().toRoute('home')
  }
}
