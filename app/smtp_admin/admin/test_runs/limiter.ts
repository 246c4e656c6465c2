import type { ApplicationService } from '@adonisjs/core/types'
import type { Limiter } from './test_limit.js'

/** As many as somebody makes who tries settings out, and no more than that. */
const LIMIT = { requests: 10, duration: '1 minute' }

/**
 * The limiter of tests: in the store that the app has chosen for its limits, which all of its
 * processes may share; in an app that has set no limiter up, in the memory of this process.
 */
export async function makeLimiter(app: ApplicationService): Promise<Limiter> {
  if (app.container.hasBinding('limiter.manager')) {
    const manager = await app.container.make('limiter.manager')
    return manager.use(LIMIT)
  }
  const { default: MemoryStore } = await import('@adonisjs/limiter/stores/memory')
  return new MemoryStore(LIMIT)
}
