import type { ApplicationService } from '@adonisjs/core/types'
import { E_NO_CSRF_GUARD, E_SMTP_PAGES_UNAVAILABLE } from '../../errors.js'

/** What the pages need of the app that they are mounted in, and whether it has it. */
export interface Prerequisites {
  views: boolean
  session: boolean
  shield: boolean
  csrf: boolean
}

type MiddlewareModule = Promise<{ default: new (...args: never[]) => object }>

/** Looks at what the app has registered: what is installed and not configured does not count. */
export async function findPrerequisites(app: ApplicationService): Promise<Prerequisites> {
  const shieldConfig = app.config.get<{ csrf?: { enabled?: boolean } }>('shield', {})
  return {
    views: app.usingEdgeJS,
    session: await isRegistered(app, import('@adonisjs/session/session_middleware')),
    shield: await isRegistered(app, import('@adonisjs/shield/shield_middleware')),
    csrf: shieldConfig.csrf?.enabled === true,
  }
}

/**
 * Refuses an app in which the pages could not work, or not safely.
 *
 * @throws E_SMTP_PAGES_UNAVAILABLE when a package is missing
 * @throws E_NO_CSRF_GUARD when nothing checks that a form was ours
 */
export function requirePrerequisites({ views, session, shield, csrf }: Prerequisites): void {
  if (!views) {
    throw new E_SMTP_PAGES_UNAVAILABLE(['Edge', 'node ace add edge'])
  }
  if (!session) {
    throw new E_SMTP_PAGES_UNAVAILABLE(['sessions', 'node ace add @adonisjs/session'])
  }
  if (!shield) {
    throw new E_SMTP_PAGES_UNAVAILABLE(['Shield', 'node ace add @adonisjs/shield'])
  }
  if (!csrf) {
    throw new E_NO_CSRF_GUARD()
  }
}

async function isRegistered(app: ApplicationService, middleware: MiddlewareModule) {
  try {
    const { default: binding } = await middleware
    return app.container.hasBinding(binding)
  } catch (error) {
    ignoreIfMissing(error)
    return false
  }
}

/** A package that the app does not have is no fault; everything else is thrown on. */
function ignoreIfMissing(error: unknown): void {
  if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') {
    throw error
  }
}
