import { BaseMail } from '@adonisjs/mail'
import type Order from '#models/order'
import { appUrl } from '#config/app'

/** Tells the owner of an order that it was executed. The order comes with its user loaded. */
export default class OrderNotification extends BaseMail {
  constructor(private order: Order) {
    super()
    this.subject = `Order executed: ${order.action} ${order.symbol}`
  }

  prepare() {
    const { order } = this
    const content = { order, url: new URL('/orders', appUrl).href }

    this.message
      .to(order.user.email, order.user.name)
      .htmlView('mails/order_html', content)
      .textView('mails/order_text', content)
  }
}
