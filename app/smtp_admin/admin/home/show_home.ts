import type { HttpContext } from '@adonisjs/core/http'
import type { Resolver } from '../../resolution/resolver.js'
import { breakableText } from '../presenters/breakable.js'
import { translateFor } from '../http/locale.js'
import type { PageRenderer } from '../http/page_renderer.js'
import type { PageUrl } from '../http/urls.js'
import { homePage } from './home_page.js'
import { readOverview } from './overview.js'

/** The home page of the section: what is in effect, what needs attention, what was done last. */
export async function showHome(
  ctx: HttpContext,
  { pages, resolver, urlTo }: { pages: PageRenderer; resolver: Resolver; urlTo: PageUrl }
) {
  ctx.view.share({ breakable: await breakableText() })
  const overview = await readOverview()
  const resolution = await resolver.resolve()
  const view = { overview, resolution, environment: resolver.environment }
  return pages.render(ctx, 'home', homePage(view, translateFor(ctx), urlTo))
}
