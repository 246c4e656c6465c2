import type { Redacted } from '../types.js'

const MASK = '[redacted]'

/**
 * A server's text without the password: neither in clear nor in the forms in which it was sent
 * (RFC 4616 for PLAIN, base64 for LOGIN). A server may repeat whatever it got.
 */
export function maskPassword(
  text: string,
  username: string | null,
  password: Redacted | null
): string {
  if (!password) {
    return text
  }
  const secret = password.release()
  const forms = [secret, base64(secret), base64(`\u0000${username ?? ''}\u0000${secret}`)]
  return forms.reduce((masked, form) => masked.replaceAll(form, MASK), text)
}

/** Without the padding, which a server may leave out. */
function base64(text: string) {
  return Buffer.from(text).toString('base64').replace(/=+$/, '')
}
