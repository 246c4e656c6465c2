import type { HttpContext } from '@adonisjs/core/http'

/** Aborted as soon as nobody waits for the answer any more. */
export function whileConnected({ response }: HttpContext): AbortSignal {
  const gone = new AbortController()
  const { response: answer } = response
  answer.once('close', () => gone.abort())
  if (answer.destroyed) {
    gone.abort()
  }
  return gone.signal
}
