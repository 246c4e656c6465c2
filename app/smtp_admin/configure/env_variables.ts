import { resolve } from 'node:path'
import { lineBreakOf } from './edits.js'

/** The variables that config/smtp_admin.ts hands on, with their validation in start/env.ts. */
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

const HEADING = '# The mail server that is used when no configuration in the database can be'

/** The files that a host keeps its variables in, where AdonisJS looks for them. */
export function envFilesOf(appRoot: string): string[] {
  const directory = resolve(appRoot, process.env.ENV_PATH ?? '')
  return [resolve(directory, '.env'), resolve(directory, '.env.example')]
}

/**
 * A .env file with the variables that it does not name yet added at its end, as comments. An empty
 * value is a value to code that reads `process.env`, and hides one of a file that is read later; a
 * comment changes nothing until somebody fills it in.
 */
export function withVariables(contents: string): string {
  const missing = Object.keys(ENV_VALIDATIONS).filter((name) => !names(contents, name))
  if (missing.length === 0) {
    return contents
  }
  const lineBreak = lineBreakOf(contents)
  const separator = lineBreak.repeat(contents === '' ? 0 : contents.endsWith('\n') ? 1 : 2)
  const lines = [HEADING, ...missing.map((name) => `# ${name}=`), '']
  return contents + separator + lines.join(lineBreak)
}

/** The value of a variable, as far as it is written in one line; null when it is not there. */
export function valueIn(contents: string, name: string): string | null {
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=(.*)$`, 'm').exec(contents)
  return line ? line[1].trim().replace(/^(["'])(.*)\1$/, '$2') : null
}

/** Whether a line sets the variable, or is a comment that does. */
function names(contents: string, name: string): boolean {
  return new RegExp(`^\\s*(?:#\\s*)?(?:export\\s+)?${name}\\s*=`, 'm').test(contents)
}
