import type { HttpContext } from '@adonisjs/core/http'

/** One JSON object in each line. */
export const LINES = 'application/x-ndjson'

/** Whether our script is asking, which shows things as they happen, rather than a browser. */
export function isLive({ request }: HttpContext): boolean {
  return request.header('accept')?.includes(LINES) ?? false
}
