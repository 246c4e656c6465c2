import type { HttpContext } from '@adonisjs/core/http'

export const THEMES = ['light', 'dark', 'system'] as const

/** How somebody wants to see the pages; `system`: as their device is set. */
export type Theme = (typeof THEMES)[number]

const COOKIE = 'smtp_admin_theme'

/** The theme that somebody has chosen, in a cookie: a page is rendered in it, so that none flashes. */
export function themeOf({ request }: Pick<HttpContext, 'request'>): Theme {
  const word: unknown = request.plainCookie(COOKIE, { encoded: false })
  return THEMES.find((theme) => theme === word) ?? 'system'
}

/** Keeps a choice for a year, for the pages under a path. */
export function keepTheme({ response }: Pick<HttpContext, 'response'>, theme: Theme, path: string) {
  response.plainCookie(COOKIE, theme, {
    path,
    maxAge: '1y',
    sameSite: 'lax',
    httpOnly: true,
    encode: false,
  })
}

/** What a browser has to know before it has the stylesheet (CSS Color Adjustment, section 2.3). */
export function colorScheme(theme: Theme): 'light' | 'dark' | 'light dark' {
  return theme === 'system' ? 'light dark' : theme
}
