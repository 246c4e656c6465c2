import type { HttpContext } from '@adonisjs/core/http'
import type { MessageKey, Translator } from '../../i18n/types.js'
import type { PageUrl } from './urls.js'
import { openPage } from './open_page.js'
import { type Theme, colorScheme, THEMES, themeOf } from './theme.js'

const LABELS: Record<Theme, MessageKey> = {
  light: 'preferences.light',
  dark: 'preferences.dark',
  system: 'preferences.system',
}

const NOW: Record<Theme, MessageKey> = {
  light: 'preferences.lightNow',
  dark: 'preferences.darkNow',
  system: 'preferences.systemNow',
}

/** The theme of a page, and the buttons that change it. */
export function shownTheme(ctx: HttpContext, urlTo: PageUrl, translate: Translator) {
  const theme = themeOf(ctx)
  return {
    name: theme,
    colorScheme: colorScheme(theme),
    label: translate(NOW[theme]),
    action: urlTo('theme'),
    /** The page that is open; whoever changes the theme comes back to it. */
    back: openPage(ctx),
    choices: THEMES.map((name) => ({
      name,
      label: translate(LABELS[name]),
      groupLabel: translate(NOW[name]),
      colorScheme: colorScheme(name),
      isChosen: name === theme,
    })),
  }
}
