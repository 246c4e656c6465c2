import { configProvider } from '@adonisjs/core'
import type { ConfigProvider } from '@adonisjs/core/types'
import type { DatabaseTransport } from './mail/transport.js'

/**
 * The mailer for config/mail.ts: `mailers: { smtp: databaseTransport() }`. It asks at every send
 * which server is in effect.
 */
export function databaseTransport(): ConfigProvider<() => DatabaseTransport> {
  return configProvider.create(async (app) => {
    const smtpAdmin = await app.container.make('smtp_admin')
    return () => smtpAdmin.transport()
  })
}
