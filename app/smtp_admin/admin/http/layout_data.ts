import type { HttpContext } from '@adonisjs/core/http'
import type { MessageKey, Translator } from '../../i18n/types.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { localeOfTimes } from '../presenters/time.js'
import { ASSETS } from './assets.js'
import { navigation } from './navigation.js'
import { sectionPath } from './theme.js'
import { themeChoice } from './theme_choice.js'
import { timeZoneFor } from './time_zone.js'
import type { PageUrl } from './urls.js'

const ENVIRONMENTS: Record<string, MessageKey> = {
  development: 'shell.development',
  staging: 'shell.staging',
  test: 'shell.test',
}

/** The environment of the app, as NODE_ENV names it. */
export interface AppEnvironment {
  name: string
  label: string
}

/** The data of the layout: what it loads, where it links, and how the user wants to see it. */
export async function layoutData(
  ctx: HttpContext,
  config: ResolvedSmtpAdminConfig,
  urlTo: PageUrl,
  translate: Translator
) {
  const { locale: language } = translate
  const zone = timeZoneFor(ctx, config)
  return {
    language,
    layout: config.layout,
    links: config.links,
    home: urlTo('home'),
    path: sectionPath(config),
    zone: zone.name,
    /** The locale in which the script writes times in the browser's zone; empty: the host sets the zone. */
    localeOfTimes: zone.isOfBrowser ? localeOfTimes(language) : '',
    theme: themeChoice(ctx, urlTo, translate),
    stylesheet: urlTo('stylesheet', { version: ASSETS.stylesheet.version }),
    script: urlTo('script', { version: ASSETS.script.version }),
    environment: await findEnvironment(ctx, translate),
    tabs: navigation(ctx.request.url(), config.prefix, urlTo, translate),
  }
}

/** Null in production, which needs no label. */
async function findEnvironment(
  { containerResolver }: HttpContext,
  translate: Translator
): Promise<AppEnvironment | null> {
  const { nodeEnvironment: name, inProduction } = await containerResolver.make('app')
  if (inProduction || name === 'unknown') {
    return null
  }
  const key = ENVIRONMENTS[name]
  return { name, label: key ? translate(key) : name }
}
