/** The lines of a config/mail.ts with these mailers, as a person would have it. */
export function mailConfigLines(mailers: string): string[] {
  return [
    "import env from '#start/env'",
    "import { defineConfig, transports } from '@adonisjs/mail'",
    '',
    'const mailConfig = defineConfig({',
    "  default: env.get('MAIL_MAILER'),",
    '',
    '  mailers: {',
    `    ${mailers}`,
    '  },',
    '})',
    '',
    'export default mailConfig',
    '',
  ]
}

/** The same as one text. */
export function mailConfig(mailers: string): string {
  return mailConfigLines(mailers).join('\n')
}
