import type { HttpContext } from '@adonisjs/core/http'
import type { MessageKey, Translator } from '../../i18n/types.js'

const KNOWN: Record<string, MessageKey> = {
  development: 'shell.development',
  staging: 'shell.staging',
  test: 'shell.test',
}

/** Where the app runs, as NODE_ENV says, unless that is production. */
export interface AppEnvironment {
  name: string
  label: string
}

/** Null in production: what is not said there is what everybody expects. */
export async function appEnvironment(
  { containerResolver }: HttpContext,
  translate: Translator
): Promise<AppEnvironment | null> {
  const { nodeEnvironment: name, inProduction } = await containerResolver.make('app')
  if (inProduction || name === 'unknown') {
    return null
  }
  const key = KNOWN[name]
  return { name, label: key ? translate(key) : name }
}
