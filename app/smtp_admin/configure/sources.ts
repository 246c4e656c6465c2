import type { ApplicationService } from '@adonisjs/core/types'
import { exists } from './host.js'

/**
 * Why files of the app cannot be changed here, in one sentence; null when they can. What a build
 * makes has no adonisrc.ts, and what is changed there is gone with the next build.
 */
export async function describeMissingSources(app: ApplicationService): Promise<string | null> {
  return (await exists(app.makePath('adonisrc.ts')))
    ? null
    : 'There is no adonisrc.ts here, so this is no source of an app but perhaps its build: run the command where the sources are. Nothing was changed.'
}
