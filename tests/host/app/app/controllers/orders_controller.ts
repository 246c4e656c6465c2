import mail from '@adonisjs/mail/services/main'
import type { HttpContext } from '@adonisjs/core/http'

export default class OrdersController {
  async store({ auth, response }: HttpContext) {
    const user = auth.getUserOrFail()

    // Here the mail is sent
    response.redirect().toRoute('home')
  }
}
