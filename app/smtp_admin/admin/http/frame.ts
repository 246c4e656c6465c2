import type { HttpContext } from '@adonisjs/core/http'
import type { Translator } from '../../i18n/types.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { ASSETS } from './assets.js'
import { sectionPath } from './section_path.js'
import { shownTheme } from './shown_theme.js'
import { timeZoneOf } from './time_zone.js'
import { localeOfTimes } from '../presenters/time.js'
import type { PageUrl } from './urls.js'
import { appEnvironment } from './app_environment.js'
import { tabsFrom } from './tabs.js'

/**
 * What stands around every page and has nothing to do with mail: what it loads, where it leads, and
 * how somebody wants to see it.
 */
export async function frameOf(
  ctx: HttpContext,
  config: ResolvedSmtpAdminConfig,
  urlTo: PageUrl,
  translate: Translator
) {
  const { locale: language } = translate
  const zone = timeZoneOf(ctx, config)
  return {
    language,
    layout: config.layout,
    links: config.links,
    home: urlTo('home'),
    path: sectionPath(config),
    zone: zone.name,
    /** How the script writes times in the zone of the browser; empty: the host has said which zone. */
    localeOfTimes: zone.isOfBrowser ? localeOfTimes(language) : '',
    theme: shownTheme(ctx, urlTo, translate),
    stylesheet: urlTo('stylesheet', { version: ASSETS.stylesheet.version }),
    script: urlTo('script', { version: ASSETS.script.version }),
    environment: await appEnvironment(ctx, translate),
    tabs: tabsFrom(ctx.request.url(), config.prefix, urlTo, translate),
  }
}
