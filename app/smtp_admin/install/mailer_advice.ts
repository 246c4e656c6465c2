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
    advice.unshift(adviseOnEncryption(env))
  }
  return advice
}

/** The mail package takes what the server offers; here the variables decide, and neither means none. */
function adviseOnEncryption(env: string): string {
  const isTlsPort = valueIn(env, 'SMTP_PORT') === '465' && valueIn(env, 'SMTP_USE_SSL') === null
  return isTlsPort
    ? 'Set SMTP_USE_SSL=true wherever the app runs with SMTP_PORT=465: encryption is no longer guessed from the port.'
    : 'Say how the server of the environment encrypts, which is no longer guessed: SMTP_USE_TLS=true for STARTTLS (usually port 587), SMTP_USE_SSL=true for TLS from the start (port 465), neither for no encryption.'
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
