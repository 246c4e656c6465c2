import { loadTsMorph, parse } from './syntax.js'

/** The line of start/routes.ts that mounts the pages, and its import. */
export const MOUNT_LINE = 'smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))'
export const MOUNT_IMPORT = "import smtpAdmin from 'adonis-smtp-admin/services/main'"

/** Whether the pages are mounted by this file. */
export function mountsPages(routesFile: string): boolean {
  const { SyntaxKind } = loadTsMorph()
  return parse(routesFile)
    .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
    .some((access) => access.getName() === 'registerRoutes')
}
