import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type { ApplicationService } from '@adonisjs/core/types'
import type { Edge } from 'edge.js'
import { VIEWS, viewFile, viewNames } from '../../views.js'

const DISK = 'smtp_admin'

/**
 * The package's views as Edge's disk `smtp_admin`. A view in the folder of that name in the app's own
 * views overrides the package's. In development an error names the app's file.
 */
export class HostViews {
  #edge: Edge
  #app: Pick<ApplicationService, 'viewsPath' | 'inProduction'>
  #names = viewNames()
  #overrides = new Set<string>()

  constructor(edge: Edge, app: Pick<ApplicationService, 'viewsPath' | 'inProduction'>) {
    this.#edge = edge
    this.#app = app
    edge.mount(DISK, VIEWS)
    this.#register()
  }

  /** Registers views that were added, and removes those that were deleted. Production needs a restart. */
  refresh() {
    if (!this.#app.inProduction) {
      this.#register()
    }
  }

  #register() {
    const folder = this.#app.viewsPath(DISK)
    const found = new Set(this.#findOverrides(folder))
    for (const name of this.#overrides.union(found)) {
      this.#edge.removeTemplate(`${DISK}::${name}`)
    }
    for (const name of found) {
      const file = viewFile(folder, name)
      // Edge does not cache an included file.
      const template = this.#app.inProduction
        ? readFileSync(file, 'utf8')
        : `@include(${JSON.stringify(file)})`
      this.#edge.registerTemplate(`${DISK}::${name}`, { template })
    }
    this.#overrides = found
  }

  #findOverrides(folder: string): string[] {
    if (!existsSync(folder)) {
      return []
    }
    const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    return this.#names.filter((name) => files.has(viewFile('', name)))
  }
}
