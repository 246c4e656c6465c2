import type { HttpContext } from '@adonisjs/core/http'
import type { Resolver } from '../../resolution/resolver.js'
import type { Translator } from '../../i18n/types.js'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'
import { healthInEffect } from './health_in_effect.js'
import { type InEffect, describeInEffect } from './in_effect.js'
import { translateFor } from './locale.js'
import { type WayBack, listBefore, wayBack } from './back_to_list.js'
import { type ShownMessage, messagesOf } from './messages.js'
import type { Permissions } from '../../types/common.js'
import { authorOf, permissionsOf } from './permissions.js'
import { layoutData } from './layout_data.js'
import { navigation } from './navigation.js'
import type { HostViews } from './views.js'
import { timesIn } from '../presenters/time.js'
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

/** The current viewer and the layout data that depends on them. */
interface Viewer {
  can: Permissions
  user: string | null
  canView: boolean
  inEffect: InEffect | null
  messages: ShownMessage[]
}

/** The services that rendering needs. */
interface RenderServices {
  config: ResolvedSmtpAdminConfig
  resolver: Resolver
  views: Pick<HostViews, 'refresh'>
}

/** Renders the pages, each in the section's layout with what every page shows. */
export class PageRenderer {
  #config: ResolvedSmtpAdminConfig
  #resolver: Resolver
  #views: Pick<HostViews, 'refresh'>
  #urlTo: PageUrl

  constructor({ config, resolver, views }: RenderServices, urlTo: PageUrl) {
    this.#config = config
    this.#resolver = resolver
    this.#views = views
    this.#urlTo = urlTo
  }

  /** @param name the file in resources/views/smtp_admin/pages */
  async render(ctx: HttpContext, name: string, content: PageContent): Promise<string> {
    const translate = translateFor(ctx)
    const can = await permissionsOf(this.#config, ctx)
    const { label } = await authorOf(this.#config, ctx)
    const viewer: Viewer = {
      can,
      user: label,
      canView: can.view,
      inEffect: can.view ? await this.#inEffect(translate) : null,
      messages: messagesOf(ctx, can, this.#urlTo, translate),
    }
    const { crumbs, title, hasErrors } = content
    const layout = await layoutData(ctx, this.#config, this.#urlTo, translate)
    const shell = {
      ...layout,
      title: hasErrors ? translate('shell.errorTitle', { title }) : title,
      crumbs: this.#withHome(translate, crumbs, viewer),
      urlTo: this.#urlTo,
      requiresTest: this.#config.activation === 'require-test',
      ...viewer,
    }
    ctx.view.share({
      translate,
      showTime: timesIn(translate.locale, layout.zone),
      back: content.back ?? wayBack(listBefore(ctx), this.#urlTo),
    })
    this.#views.refresh()
    return ctx.view.render(`smtp_admin::pages/${name}`, {
      ...content,
      can,
      shell,
      urlTo: this.#urlTo,
    })
  }

  /** What a page that belongs nowhere stands under: the part of the section that its address is in. */
  parentsOf(ctx: HttpContext): Crumb[] {
    const { prefix } = this.#config
    const { parts } = navigation(ctx.request.url(), prefix, this.#urlTo, translateFor(ctx))
    return parts
      .filter(({ current }) => current === 'true')
      .map(({ label, url }) => ({ text: label, url }))
  }

  async #inEffect(translate: Translator): Promise<InEffect> {
    const resolution = await this.#resolver.resolve()
    const health = await healthInEffect(resolution, this.#config.databaseTimeout)
    return describeInEffect(resolution, health, translate)
  }

  /** In a layout the way begins at the app: the header that would lead there is the layout's. */
  #withHome(translate: Translator, crumbs: Crumb[], { canView }: Viewer): Crumb[] {
    const { layout, links } = this.#config
    const app = layout && links.site ? [{ text: translate('shell.site'), url: links.site }] : []
    const section = translate('shell.section')
    const home = crumbs.length > 0 ? { text: section, url: this.#urlTo('home') } : { text: section }
    const way: Crumb[] = [home, ...crumbs]
    return [...app, ...(canView ? way : way.map(({ text }) => ({ text })))]
  }
}
