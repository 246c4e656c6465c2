import { existsSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import type { Edge } from 'edge.js'
import { VIEWS } from '../../views.js'

type App = Pick<ApplicationService, 'viewsPath' | 'inProduction'>

/**
 * Mounts the views as Edge's disk `smtp_admin`. One that the app has in its own views, in the folder
 * of that name, wins: where it lies is asked at every compilation, so that no restart is needed, and
 * once in production, where Edge compiles a file once as well.
 */
export function mountViews(edge: Edge, app: App): void {
  edge.mount('smtp_admin', VIEWS)

  // Edge has one folder for a disk and no second place to look. Its loader says where a template is,
  // for pages, components and partials alike; taken over there, an error names the app's own file.
  const { loader } = edge
  const makePath = loader.makePath.bind(loader)
  const locate = app.inProduction ? remembered(ownOrGiven) : ownOrGiven
  loader.makePath = (template) => locate(makePath(template))

  function ownOrGiven(path: string): string {
    const view = relative(VIEWS, path)
    if (view.startsWith('..') || isAbsolute(view)) {
      return path
    }
    const own = app.viewsPath('smtp_admin', view)
    return existsSync(own) ? own : path
  }
}

function remembered(locate: (path: string) => string): (path: string) => string {
  const paths = new Map<string, string>()
  return (path) => {
    const known = paths.get(path) ?? locate(path)
    paths.set(path, known)
    return known
  }
}
