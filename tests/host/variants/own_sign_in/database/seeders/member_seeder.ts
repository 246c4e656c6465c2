import Member from '#models/member'
import hash from '@adonisjs/core/services/hash'
import { BaseSeeder } from '@adonisjs/lucid/seeders'

export default class extends BaseSeeder {
  async run() {
    await Member.createMany([
      {
        email: 'owner@shop.example',
        password: await hash.make('sells bread and butter'),
        role: 'owner',
      },
      {
        email: 'customer@shop.example',
        password: await hash.make('buys bread and butter'),
        role: 'customer',
      },
    ])
  }
}
