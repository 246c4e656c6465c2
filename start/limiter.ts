import limiter from '@adonisjs/limiter/services/main'

/** Wrong passwords, per e-mail address and IP address. */
export const signInLimiter = limiter.use({ requests: 5, duration: '15 mins' })

/** Wrong passwords for any e-mail addresses at all, per IP address. */
export const signInAddressLimiter = limiter.use({ requests: 50, duration: '15 mins' })

/** Requests for a reset link, per IP address. */
export const forgotPasswordLimiter = limiter.use({ requests: 10, duration: '1 hour' })

/** Five failures of one person do not keep others at the same address out. */
export function signInKey(email: string, ip: string) {
  return `sign_in_${ip}_${email}`
}

/** Many accounts with a few guesses each are guesses all the same. */
export function signInAddressKey(ip: string) {
  return `sign_in_address_${ip}`
}

/** How long until the limiter lets someone in again, in words. */
export function waitInWords(seconds: number) {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
