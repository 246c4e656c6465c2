import env from '#start/env'
import { defineConfig } from '#smtp_admin'

const smtpAdminConfig = defineConfig({
  /** The server that is used when no configuration in the database can be. */
  fallback: {
    host: env.get('SMTP_HOST'),
    port: env.get('SMTP_PORT'),
    username: env.get('SMTP_USERNAME'),
    password: env.get('SMTP_PASSWORD'),
    useTls: env.get('SMTP_USE_TLS'),
    useSsl: env.get('SMTP_USE_SSL'),
    timeout: env.get('SMTP_TIMEOUT'),
    from: { address: env.get('MAIL_FROM_ADDRESS'), name: env.get('MAIL_FROM_NAME') },
  },

  /** Who may do what on the pages. Without this, every page answers 403. */
  authorize: ({ auth }, ability) => auth.user?.may(ability) ?? false,

  /** Who is named in the history of a change. */
  actor: ({ auth }) => (auth.user ? { id: auth.user.id, label: auth.user.email } : null),

  /** Where the pages link to for signing out and for the way back to the app. */
  links: { site: '/', logout: '/logout' },
})

export default smtpAdminConfig
