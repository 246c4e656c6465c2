import { DateTime } from 'luxon'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const ORDERS = [
  { symbol: 'RELIANCE', action: 'BUY', quantity: 25, price: 1428.6, minutesAgo: 12 },
  { symbol: 'M&M', action: 'SELL', quantity: 10, price: 3187.25, minutesAgo: 95 },
  { symbol: 'INFY', action: 'BUY', quantity: 40, price: 1512.9, minutesAgo: 1530 },
] as const

/** Gives the demo something to send mail about. */
export default class DemoSeed extends BaseCommand {
  static commandName = 'demo:seed'
  static description = 'Create three orders for the first user, unless there are orders already'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { default: Order } = await import('#models/order')
    const { default: User } = await import('#models/user')
    const user = await User.query().orderBy('id').first()

    if (!user) {
      this.logger.error('There is no user yet: run "node ace user:create" first.')
      this.exitCode = 1
      return
    }
    if (await Order.first()) {
      this.logger.info('There are orders already; nothing was changed.')
      return
    }

    const now = DateTime.now().startOf('minute')
    await user.related('orders').createMany(
      ORDERS.map(({ minutesAgo, ...order }, index) => ({
        ...order,
        number: `${now.toFormat('yyMMdd')}${String(index + 1).padStart(8, '0')}`,
        executedAt: now.minus({ minutes: minutesAgo }),
      }))
    )
    this.logger.success(`Created ${ORDERS.length} orders for ${user.name} <${user.email}>`)
  }
}
