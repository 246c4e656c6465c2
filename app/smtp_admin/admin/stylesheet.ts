import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'

const source = readFileSync(
  new URL('../../../resources/assets/smtp_admin/smtp_admin.css', import.meta.url)
)

/** Part of the stylesheet's address, so that it can be kept for ever and never be stale. */
export const stylesheetVersion = createHash('sha256').update(source).digest('hex').slice(0, 12)

/** Answers with the pages' one stylesheet; under the address of another version it is not kept. */
export function serveStylesheet({ params, response }: HttpContext) {
  const isThisVersion = params.version === stylesheetVersion
  response.header('Content-Type', 'text/css; charset=utf-8')
  response.header('X-Content-Type-Options', 'nosniff')
  response.header(
    'Cache-Control',
    isThisVersion ? 'private, max-age=31536000, immutable' : 'no-store'
  )
  return response.send(source)
}
