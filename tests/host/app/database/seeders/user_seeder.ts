import User from '#models/user'
import { BaseSeeder } from '@adonisjs/lucid/seeders'

export default class extends BaseSeeder {
  async run() {
    await User.createMany([
      { email: 'owner@shop.example', password: 'sells bread and butter', isAdmin: true },
      { email: 'customer@shop.example', password: 'buys bread and butter', isAdmin: false },
    ])
  }
}
