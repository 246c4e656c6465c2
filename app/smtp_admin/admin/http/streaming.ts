import type { HttpContext } from '@adonisjs/core/http'

/** One JSON object per line. */
export const NDJSON = 'application/x-ndjson'

/** Whether the page's script makes the request, and shows results as they arrive. */
export function wantsNdjson({ request }: HttpContext): boolean {
  return request.header('accept')?.includes(NDJSON) ?? false
}

/** Aborts when the client disconnects. */
export function abortOnDisconnect({ response }: HttpContext): AbortSignal {
  const disconnected = new AbortController()
  const { response: raw } = response
  raw.once('close', () => disconnected.abort())
  if (raw.destroyed) {
    disconnected.abort()
  }
  return disconnected.signal
}
