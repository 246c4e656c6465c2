import { databaseTransport } from '#smtp_admin'
import { defineConfig } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'

/**
 * No `from` here: the sender is the message's own, else the configuration's in effect, else the
 * environment's MAIL_FROM_ADDRESS.
 */
const mailConfig = defineConfig({
  default: 'smtp',
  mailers: { smtp: databaseTransport() },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
