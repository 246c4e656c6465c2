import type { HttpContext } from '@adonisjs/core/http'
import type { ResolvedSmtpAdminConfig } from '../../types/main.js'

export const THEMES = ['light', 'dark', 'system'] as const

/** The theme of the pages; `system`: as the device is set. */
export type Theme = (typeof THEMES)[number]

const COOKIE = 'smtp_admin_theme'

/** The chosen theme, from a cookie: a page is rendered in it, so that no other theme flashes. */
export function readTheme({ request }: Pick<HttpContext, 'request'>): Theme {
  const word: unknown = request.plainCookie(COOKIE, { encoded: false })
  return THEMES.find((theme) => theme === word) ?? 'system'
}

/** Stores the choice for a year, for the pages under a path. */
export function storeTheme(
  { response }: Pick<HttpContext, 'response'>,
  theme: Theme,
  path: string
) {
  response.plainCookie(COOKIE, theme, {
    path,
    maxAge: '1y',
    sameSite: 'lax',
    httpOnly: true,
    encode: false,
  })
}

/** For the browser, before it has loaded the stylesheet (CSS Color Adjustment, section 2.3). */
export function colorScheme(theme: Theme): 'light' | 'dark' | 'light dark' {
  return theme === 'system' ? 'light dark' : theme
}

/** The path that all pages have in common in the browser, for cookies. */
export function sectionPath({
  basePath,
  prefix,
}: Pick<ResolvedSmtpAdminConfig, 'basePath' | 'prefix'>): string {
  return `${basePath}${prefix === '/' ? '' : prefix}` || '/'
}
