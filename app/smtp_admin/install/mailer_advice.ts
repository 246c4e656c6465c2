import { valueIn } from './env_variables.js'
import { type MailConfigChange, defaultMailerOf } from './mail_config.js'
import { parse } from './syntax.js'

/** What a person has to know or do about config/mail.ts after an attempt to wire it. */
export function adviseOnMailer(
  change: MailConfigChange,
  mailConfig: string,
  env: string
): string[] {
  const advice = adviseOnDefault(mailConfig, env)
  if (change.outcome === 'left') {
    advice.unshift(
      `Add the mailer to config/mail.ts, which was left as it is because ${change.reason}:
     import { databaseTransport } from 'adonis-smtp-admin'
     mailers: { smtp: databaseTransport() }`
    )
  }
  if (change.outcome === 'changed' && change.replaced) {
    advice.unshift(
      'See to the encryption of the server in the environment, which was a guess before: SMTP_USE_TLS=true for STARTTLS (usually port 587), SMTP_USE_SSL=true for TLS from the start (port 465). Without either there is none.'
    )
  }
  return advice
}

/** The new mailer is named `smtp`: mail comes to it by default only where that is the default. */
function adviseOnDefault(mailConfig: string, env: string): string[] {
  const mailer = defaultMailerOf(parse(mailConfig))
  if (mailer === null || /^["'`]smtp["'`]$/.test(mailer)) {
    return []
  }
  const variable = /^env\.get\(["'](\w+)["']/.exec(mailer)?.[1]
  if (!variable) {
    return [`Make it the default mailer in config/mail.ts, which is ${mailer} now: default: 'smtp'`]
  }
  return valueIn(env, variable) === 'smtp'
    ? []
    : [`Make it the default mailer: ${variable}=smtp, which start/env.ts has to accept`]
}
