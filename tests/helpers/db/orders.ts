import { DateTime } from 'luxon'
import type Order from '#models/order'
import type User from '#models/user'

let created = 0

/** An order of a user, with a number of its own. */
export async function createOrder(user: User, values: Partial<Order> = {}) {
  created += 1
  const order = await user.related('orders').create({
    number: `2611200000${created}`,
    symbol: 'INFY',
    action: 'BUY',
    quantity: 10,
    price: 1512.9,
    executedAt: DateTime.utc(2025, 11, 20, 9, 30),
    ...values,
  })
  return order
}
