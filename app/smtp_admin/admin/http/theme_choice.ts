import type { HttpContext } from '@adonisjs/core/http'
import type { MessageKey, Translator } from '../../i18n/types.js'
import type { PageUrl } from './urls.js'
import { PRESERVED } from './back_to_list.js'
import { type Theme, colorScheme, THEMES, readTheme } from './theme.js'

const LABELS: Record<Theme, MessageKey> = {
  light: 'preferences.light',
  dark: 'preferences.dark',
  system: 'preferences.system',
}

const CURRENT_LABELS: Record<Theme, MessageKey> = {
  light: 'preferences.lightNow',
  dark: 'preferences.darkNow',
  system: 'preferences.systemNow',
}

/** The addresses of the form. Its query string may contain a pasted address with credentials. */
const FORM = /\/configs\/(add|[^/]+\/change)(\/test)?$/

/** The parameters of the form that an address keeps. */
const KEPT_PARAMETERS = ['provider', 'region', PRESERVED]

/** The theme of a page, and the buttons that change it. */
export function themeChoice(ctx: HttpContext, urlTo: PageUrl, translate: Translator) {
  const theme = readTheme(ctx)
  return {
    name: theme,
    colorScheme: colorScheme(theme),
    label: translate(CURRENT_LABELS[theme]),
    action: urlTo('theme'),
    /** The page to return to. */
    back: currentAddress(ctx),
    choices: THEMES.map((name) => ({
      name,
      label: translate(LABELS[name]),
      groupLabel: translate(CURRENT_LABELS[name]),
      colorScheme: colorScheme(name),
      isChosen: name === theme,
    })),
  }
}

/** The address of the current page, without the values that it fills into a form. */
function currentAddress({ request }: HttpContext): string {
  const path = request.url()
  if (!FORM.test(path)) {
    return request.url(true)
  }
  const query = Object.entries(request.qs()).filter(
    (entry): entry is [string, string] =>
      KEPT_PARAMETERS.includes(entry[0]) && typeof entry[1] === 'string'
  )
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`
}
