import { withoutComments } from './host_app.js'

/**
 * The `smtp` mailer of config/mail.ts as `node ace configure @adonisjs/mail` writes it, with or without
 * the `auth` block. It reads the variables that config/smtp_admin.ts reads.
 */
const STOCK_MAILER = new RegExp(
  [
    String.raw`smtp: transports\.smtp\(\{`,
    String.raw`host: env\.get\('SMTP_HOST'\),`,
    String.raw`port: env\.get\('SMTP_PORT'\),`,
    String.raw`(?:/\*[^*]*(?:\*(?!/)[^*]*)*\*/\s*)*`,
    String.raw`(?:auth: \{\s*type: 'login',\s*user: env\.get\('SMTP_USERNAME'\),\s*pass: env\.get\('SMTP_PASSWORD'\),\s*\},\s*)?`,
    String.raw`\}\)`,
  ].join(String.raw`\s*`)
)

const MAIL_IMPORT = /^import \{ defineConfig, transports \} from '@adonisjs\/mail'\r?\n/m

/** Whether config/mail.ts uses `databaseTransport()` already. */
export function usesDatabaseTransport(text: string): boolean {
  return withoutComments(text).includes('databaseTransport(')
}

/** config/mail.ts with `databaseTransport()` in place of the stock mailer; null: it was changed by hand. */
export function replaceStockMailer(text: string): string | null {
  if (!STOCK_MAILER.test(text) || !MAIL_IMPORT.test(text)) {
    return null
  }
  const replaced = text.replace(STOCK_MAILER, 'smtp: databaseTransport()')
  const names = replaced.includes('transports.') ? 'defineConfig, transports' : 'defineConfig'
  return replaced.replace(
    MAIL_IMPORT,
    `import { ${names} } from '@adonisjs/mail'\nimport { databaseTransport } from 'adonis-smtp-admin'\n`
  )
}
