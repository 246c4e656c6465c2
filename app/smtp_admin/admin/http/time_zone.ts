import type { HttpContext } from '@adonisjs/core/http'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'

/** The zone of the times on a page, and whether it is that of the browser. */
export interface TimeZone {
  name: string
  isOfBrowser: boolean
}

/** Set by the script: no header has the zone of a browser. */
const COOKIE = 'smtp_admin_time_zone'

/** The longest name of the tz database has 32 characters. */
const MAX_NAME_LENGTH = 40

/** The zone that the host sets, else that of the browser, else UTC. */
export function timeZoneFor(
  ctx: HttpContext,
  { timeZone }: Pick<ResolvedSmtpAdminConfig, 'timeZone'>
): TimeZone {
  const given = knownZone(timeZone?.(ctx))
  if (given) {
    return { name: given, isOfBrowser: false }
  }
  const fromBrowser = knownZone(ctx.request.plainCookie(COOKIE, { encoded: false }))
  return { name: fromBrowser ?? 'UTC', isOfBrowser: true }
}

/** The zone as the tz database spells it; null: there is no such zone. */
function knownZone(name: unknown): string | null {
  if (typeof name !== 'string' || name === '' || name.length > MAX_NAME_LENGTH) {
    return null
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
