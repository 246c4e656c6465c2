import InvoiceMail from '#mails/invoice_mail'
import mail from '@adonisjs/mail/services/main'
import type { HttpContext } from '@adonisjs/core/http'

export default class InvoicesController {
  async store({ auth, response }: HttpContext) {
    const user = auth.getUserOrFail()
    const invoice = { number: 1, to: user.email }

    // Here the mail is sent
    response.redirect().toRoute('home')
  }
}
