import type { HttpContext } from '@adonisjs/core/http'

/** The orders of the user who is signed in. */
export default class OrdersController {
  async index({ auth, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const orders = await user.related('orders').query().orderBy('executed_at', 'desc')
    return view.render('pages/orders', { orders })
  }
}
