import { BaseMail } from '@adonisjs/mail'

export default class InvoiceMail extends BaseMail {
  subject = 'Your invoice'

  constructor(private invoice: { number: number; to: string }) {
    super()
  }

  prepare() {
    this.message.to(this.invoice.to).text(`Invoice ${this.invoice.number}`)
  }
}
