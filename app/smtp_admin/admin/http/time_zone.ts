import type { HttpContext } from '@adonisjs/core/http'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'

/** The zone of the times on a page, and whether it is the browser's to say. */
export interface TimeZone {
  name: string
  isOfBrowser: boolean
}

/** The script sets it: a browser does not tell its zone in any other way. */
const COOKIE = 'smtp_admin_time_zone'

/** The longest name of the tz database has 32 characters. */
const LONGEST_NAME = 40

/** The zone of whoever makes a request: in the host's word, else their browser's, else UTC. */
export function timeZoneOf(
  ctx: HttpContext,
  { timeZone }: Pick<ResolvedSmtpAdminConfig, 'timeZone'>
): TimeZone {
  const given = knownZone(timeZone?.(ctx))
  if (given) {
    return { name: given, isOfBrowser: false }
  }
  const told = knownZone(ctx.request.plainCookie(COOKIE, { encoded: false }))
  return { name: told ?? 'UTC', isOfBrowser: true }
}

/** The zone as the tz database spells it; null for what is none. */
function knownZone(name: unknown): string | null {
  if (typeof name !== 'string' || name === '' || name.length > LONGEST_NAME) {
    return null
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
