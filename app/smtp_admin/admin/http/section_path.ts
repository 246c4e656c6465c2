import type { ResolvedSmtpAdminConfig } from '../../types/main.js'

/** The path that all pages have in common, as the browser knows it: of the cookies of the section. */
export function sectionPath({
  basePath,
  prefix,
}: Pick<ResolvedSmtpAdminConfig, 'basePath' | 'prefix'>): string {
  return `${basePath}${prefix === '/' ? '' : prefix}` || '/'
}
