import { safeEqual } from '@adonisjs/core/helpers'
import { SessionLucidUserProvider } from '@adonisjs/auth/session'
import type User from '#models/user'

/**
 * The users whom sessions are for. A session cannot be ended from elsewhere, because it is a cookie:
 * it holds the fingerprint of its user as well, and counts for nothing once that has changed.
 */
export class SessionUsers extends SessionLucidUserProvider<typeof User> {
  constructor() {
    super({ model: () => import('#models/user') })
  }

  async createUserForGuard(user: User) {
    const forGuard = await super.createUserForGuard(user)
    return { ...forGuard, getId: () => `${forGuard.getId()}.${user.fingerprint()}` }
  }

  async findById(identifier: string | number | BigInt) {
    const [id] = String(identifier).split('.')
    const found = await super.findById(id)
    return found && safeEqual(String(found.getId()), String(identifier)) ? found : null
  }
}
