import { configProvider } from '@adonisjs/core'
import type { ConfigProvider } from '@adonisjs/core/types'
import type { DatabaseTransport } from './mail/transport.js'

/**
 * The mailer for config/mail.ts. It resolves the server anew for every message.
 *
 * @example
 * ```ts
 * // config/mail.ts
 * export default defineConfig({
 *   default: 'smtp',
 *   mailers: { smtp: databaseTransport() },
 * })
 * ```
 */
export function databaseTransport(): ConfigProvider<() => DatabaseTransport> {
  return configProvider.create(async (app) => {
    const services = await app.container.make('smtp_admin.services')
    return () => services.transport()
  })
}
