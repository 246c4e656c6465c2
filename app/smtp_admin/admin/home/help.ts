import type { HttpContext } from '@adonisjs/core/http'
import { translateFor } from '../http/locale.js'
import type { PageRenderer } from '../http/page_renderer.js'

/** The page that says what the others are for. */
export function showHelp(ctx: HttpContext, pages: PageRenderer) {
  const title = translateFor(ctx)('shell.help')
  return pages.render(ctx, 'help', { title, crumbs: [{ text: title }] })
}
