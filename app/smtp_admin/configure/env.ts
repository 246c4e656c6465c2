import type Configure from '@adonisjs/core/commands/configure'
import type { ApplicationService } from '@adonisjs/core/types'
import { readText } from './host_app.js'

export type Codemods = Awaited<ReturnType<Configure['createCodemods']>>

/** The variables that config/smtp_admin.ts reads, with their rules for start/env.ts. */
export const ENV_VALIDATIONS: Record<string, string> = {
  SMTP_HOST: 'Env.schema.string.optional()',
  SMTP_PORT: 'Env.schema.number.optional()',
  SMTP_USERNAME: 'Env.schema.string.optional()',
  SMTP_PASSWORD: 'Env.schema.secret.optional()',
  SMTP_USE_TLS: 'Env.schema.boolean.optional()',
  SMTP_USE_SSL: 'Env.schema.boolean.optional()',
  SMTP_TIMEOUT: 'Env.schema.number.optional()',
  MAIL_FROM_ADDRESS: 'Env.schema.string.optional()',
  MAIL_FROM_NAME: 'Env.schema.string.optional()',
}

/** Adds the variables that .env does not have, without values, to .env and .env.example. */
export async function addVariables(app: ApplicationService, codemods: Codemods): Promise<void> {
  const env = (await readEnv(app)) ?? ''
  const missing = Object.keys(ENV_VALIDATIONS).filter((name) => !hasVariable(env, name))
  if (missing.length > 0) {
    await codemods.defineEnvVariables(Object.fromEntries(missing.map((name) => [name, ''])))
  }
}

/** Adds the rules that start/env.ts does not have. */
export async function addValidations(app: ApplicationService, codemods: Codemods): Promise<void> {
  const text = (await readText(app.startPath('env.ts'))) ?? ''
  const missing = Object.entries(ENV_VALIDATIONS).filter(
    ([name]) => !new RegExp(`^\\s*["']?${name}["']?\\s*:`, 'm').test(text)
  )
  if (missing.length > 0) {
    await codemods.defineEnvValidations({
      leadingComment: "Variables for the environment's mail server",
      variables: Object.fromEntries(missing),
    })
  }
}

/** The value of a variable in .env; null: it has none. */
export async function readVariable(app: ApplicationService, name: string): Promise<string | null> {
  const env = (await readEnv(app)) ?? ''
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=(.*)$`, 'm').exec(env)
  return line?.[1].trim().replace(/^(["'])(.*)\1$/, '$2') || null
}

function readEnv(app: ApplicationService) {
  return readText(app.makePath('.env'))
}

function hasVariable(env: string, name: string): boolean {
  return new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'm').test(env)
}
