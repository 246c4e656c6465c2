import type { HttpContext } from '@adonisjs/core/http'
import type { Resolver } from '../resolution/resolver.js'
import type { Translate } from '../texts/phrase.js'
import type { ResolvedSmtpAdminConfig } from '../types.js'
import { ASSETS } from './assets.js'
import { describeInEffect } from './in_effect.js'
import { translateFor } from './language.js'
import { type WayBack, listBefore, wayBack } from './list/preserved_filters.js'
import { messagesOf } from './messages.js'
import { authorOf, permissionsOf } from './permissions.js'
import { timesIn } from './shown_time.js'
import type { PageUrl } from './urls.js'

/** A place on the way from the home page to this one; the last has no address. */
export interface Crumb {
  text: string
  url?: string
}

/** What is particular to one page. */
export interface PageContent {
  title: string
  /** From the home page of the section, which is not among them, to this one. */
  crumbs: Crumb[]
  /** Whether the page shows what was wrong with a form: said first in the title. */
  hasErrors?: boolean
  /** To the list. Default: the list that the address or the form says somebody came from. */
  back?: WayBack
  [name: string]: unknown
}

/** Renders the pages, each in the section's layout with what every page shows. */
export class Pages {
  #config: ResolvedSmtpAdminConfig
  #resolver: Resolver
  #urlTo: PageUrl

  constructor(config: ResolvedSmtpAdminConfig, resolver: Resolver, urlTo: PageUrl) {
    this.#config = config
    this.#resolver = resolver
    this.#urlTo = urlTo
  }

  /** @param name the file in resources/views/smtp_admin/pages */
  async render(ctx: HttpContext, name: string, content: PageContent): Promise<string> {
    const can = await permissionsOf(this.#config, ctx)
    const { crumbs, title, hasErrors } = content
    const { label } = await authorOf(this.#config, ctx)
    const translate = translateFor(ctx)
    const shell = {
      title: `${hasErrors ? 'Error: ' : ''}${title}`,
      crumbs: this.#withHome(translate, crumbs),
      layout: this.#config.layout,
      language: translate.language,
      stylesheet: this.#urlTo('stylesheet', { version: ASSETS.stylesheet.version }),
      script: this.#urlTo('script', { version: ASSETS.script.version }),
      home: this.#urlTo('home'),
      links: this.#config.links,
      requiresTest: this.#config.activation === 'require-test',
      user: label,
      inEffect: can.view ? describeInEffect(await this.#resolver.resolve()) : null,
      messages: messagesOf(ctx, can, this.#urlTo, translate),
    }
    ctx.view.share({
      translate,
      showTime: timesIn(translate.language, 'utc'),
      back: content.back ?? wayBack(listBefore(ctx), this.#urlTo),
    })
    return ctx.view.render(`smtp_admin::pages/${name}`, {
      ...content,
      can,
      shell,
      urlTo: this.#urlTo,
    })
  }

  /** From the app, if it has a place for that, over the home page of the section to the page. */
  #withHome(translate: Translate, crumbs: Crumb[]): Crumb[] {
    const { site } = this.#config.links
    const app = site ? [{ text: 'Home', url: site }] : []
    const section = translate('shell.section')
    const home = crumbs.length > 0 ? { text: section, url: this.#urlTo('home') } : { text: section }
    return [...app, home, ...crumbs]
  }
}
