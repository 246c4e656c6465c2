import { E_INVALID_SMTP_ACCOUNT } from '../errors.js'

/** The scope whose active configuration the whole app uses. */
export const SITE_SCOPE = 'site'

/**
 * The scope of one account. The id is limited to characters that every database compares alike, so
 * that no account can be mistaken for another.
 *
 * @throws E_INVALID_SMTP_ACCOUNT
 */
export function accountScope(account: string | number): string {
  const id = String(account)
  if (!/^[\w.:@-]{1,80}$/.test(id)) {
    throw new E_INVALID_SMTP_ACCOUNT([id])
  }
  return `account:${id}`
}

/**
 * The scope of an account, or of the site without one.
 *
 * @throws E_INVALID_SMTP_ACCOUNT
 */
export function toScope(account: string | number | null | undefined): string {
  return account === null || account === undefined ? SITE_SCOPE : accountScope(account)
}
