import type { HttpContext } from '@adonisjs/core/http'
import mail from '@adonisjs/mail/services/main'
import OrderNotification from '#mails/order_notification'

/** Sending the notification of an order again. */
export default class OrderNotificationsController {
  async store({ auth, logger, params, response, session }: HttpContext) {
    const orders = auth.getUserOrFail().related('orders').query()
    const order = await orders.where('id', params.id).preload('user').firstOrFail()

    try {
      await mail.send(new OrderNotification(order))
      session.flash('success', `The notification of order ${order.number} was sent.`)
    } catch (error) {
      logger.error({ err: error, order: order.number }, 'An order notification could not be sent')
      session.flash(
        'error',
        'The notification could not be sent. Please try again later, or tell an administrator.'
      )
    }

    return response.redirect('/orders')
  }
}
