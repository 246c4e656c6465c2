import { choiceRule, choicesOf } from './env_schema.js'
import { valueIn } from './env_variables.js'
import {
  type MailConfigChange,
  defaultMailerOf,
  defaultVariableOf,
  otherMailers,
} from './mail_config.js'
import { parse } from './syntax.js'

/** What an app says of its environment. */
export interface Environment {
  /** The text of its .env; empty where it has none. */
  env: string
  /** What start/env.ts validates, by the names of the variables. */
  validations: Map<string, string>
}

/** What a person has to know or do about config/mail.ts after an attempt to wire it. */
export function adviseOnMailer(
  change: MailConfigChange,
  mailConfig: string,
  environment: Environment
): string[] {
  const advice = adviseOnDefault(mailConfig, environment)
  if (change.outcome === 'left') {
    advice.unshift(
      `Add the mailer to config/mail.ts, which was left as it is because ${change.reason}:
     import { databaseTransport } from 'adonis-smtp-admin'
     mailers: { smtp: databaseTransport() }`
    )
  }
  if (change.outcome === 'changed' && change.replaced) {
    advice.unshift(adviseOnEncryption(environment.env))
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
function adviseOnDefault(mailConfig: string, { env, validations }: Environment): string[] {
  const file = parse(mailConfig)
  const mailer = defaultMailerOf(file)
  if (mailer === null || /^["'`]smtp["'`]$/.test(mailer)) {
    return []
  }
  const variable = defaultVariableOf(file)
  if (!variable) {
    return [`Make it the default mailer in config/mail.ts, which is ${mailer} now: default: 'smtp'`]
  }
  const choices = choicesOf(validations.get(variable))
  if (choices && !choices.includes('smtp')) {
    const rule = choiceRule(variable, ['smtp', ...choices])
    return [
      `Make it the default mailer: ${variable}=smtp, which start/env.ts has to accept:\n     ${rule}`,
    ]
  }
  const isOnlyChoice = choices?.length === 1
  return isOnlyChoice || valueIn(env, variable) === 'smtp'
    ? []
    : [`Make it the default mailer: ${variable}=smtp`]
}

/**
 * Whether the `smtp` mailer has to stay when the package goes: it has a server to go on with, or
 * there is no other mailer. A server is named by .env, or demanded by start/env.ts.
 */
export function needsServer(mailConfig: string, { env, validations }: Environment): boolean {
  const rule = validations.get('SMTP_HOST')
  const isDemanded = rule !== undefined && !rule.includes('.optional')
  const isNamed = Boolean(valueIn(env, 'SMTP_HOST') || process.env.SMTP_HOST)
  return isNamed || isDemanded || otherMailers(parse(mailConfig)).length === 0
}

/** What has to be said elsewhere when the `smtp` mailer is gone, so that the others are used. */
export function adviseOnOtherDefault(
  mailConfig: string,
  { env, validations }: Environment
): string[] {
  const file = parse(mailConfig)
  const others = otherMailers(file)
  const variable = defaultVariableOf(file)
  if (!variable) {
    const mailer = defaultMailerOf(file)
    return mailer === null || others.includes(mailer.slice(1, -1))
      ? []
      : [`Make another mailer the default in config/mail.ts, as in: default: '${others[0]}'`]
  }
  const choices = choicesOf(validations.get(variable))
  const advice = others.includes(valueIn(env, variable) ?? '')
    ? []
    : [`Make another mailer the default, wherever the app runs: ${variable}=${others[0]}`]
  if (choices?.includes('smtp')) {
    const rest = choices.filter((choice) => choice !== 'smtp')
    const rule = choiceRule(variable, rest.length > 0 ? rest : others)
    advice.push(`Take smtp out of what start/env.ts accepts:\n     ${rule}`)
  }
  return advice
}
