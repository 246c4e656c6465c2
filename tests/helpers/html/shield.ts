import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import { getActiveTest } from '@japa/runner'
import edge from 'edge.js'

/** Protects the app with another policy, or with none, until the test ends. */
export async function usePolicy(directives: Record<string, string[]> | null) {
  const encryption = await app.container.make('encryption')
  const csp = directives ? { enabled: true, directives } : { enabled: false }
  const config = defineConfig({ ...app.config.get<object>('shield'), csp })
  app.container.swap(ShieldMiddleware, () => new ShieldMiddleware(config, encryption.use(), edge))
  getActiveTest()!.cleanup(() => app.container.restore(ShieldMiddleware))
}
