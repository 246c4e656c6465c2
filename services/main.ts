import app from '@adonisjs/core/services/app'
import type { SmtpAdmin } from '../app/smtp_admin/smtp_admin.js'

let smtpAdmin: SmtpAdmin

await app.booted(async () => {
  smtpAdmin = await app.container.make('smtp_admin')
})

/** The plugin of this app: `smtpAdmin.registerRoutes(...)` in start/routes.ts. */
export { smtpAdmin as default }
