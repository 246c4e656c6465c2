import { safeEqual } from '@adonisjs/core/helpers'
import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import User from '#models/user'

const PURPOSE = 'password_reset'

interface Payload {
  userId: number
  fingerprint: string
}

/** A signed token that lets a user choose a new password. */
export function issueResetToken(user: User, expiresIn: string | number = '1 hour') {
  const payload: Payload = { userId: user.id, fingerprint: user.fingerprint() }
  return encryption.getMessageVerifier().sign(payload, expiresIn, PURPOSE)
}

/** The user whom a token is for, or null when it is expired, used or not one of ours. */
export async function findByResetToken(token: string, trx?: TransactionClientContract) {
  const payload = encryption.getMessageVerifier().unsign<Payload>(token, PURPOSE)
  if (!payload) {
    return null
  }

  const query = User.query({ client: trx }).where('id', payload.userId)
  const user = await (trx ? query.forUpdate() : query).first()

  return user && safeEqual(payload.fingerprint, user.fingerprint()) ? user : null
}

/** Sets the new password, which uses the token up and ends every session; null when it cannot be used any more. */
export function redeemResetToken(token: string, password: string) {
  return db.transaction(async (trx) => {
    const user = await findByResetToken(token, trx)
    return user ? user.merge({ password }).save() : null
  })
}
