import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { getActiveTest } from '@japa/runner'
import edge from 'edge.js'
import { services } from '../services.js'

const DISK = 'host_views'

/** Puts the pages into a layout that the app has already, until the test ends. */
export function useLayout(name: string): void {
  const { config } = services
  const { layout } = config
  config.layout = name
  getActiveTest()!.cleanup(() => {
    config.layout = layout
  })
}

/** Puts the pages into a layout of this source, until the test ends. */
export function useLayoutSource(source: string): void {
  const folder = mkdtempSync(app.tmpPath('layout_'))
  mkdirSync(join(folder, 'layouts'))
  writeFileSync(join(folder, 'layouts', 'admin.edge'), source)
  edge.mount(DISK, folder)
  getActiveTest()!.cleanup(() => {
    edge.unmount(DISK)
    rmSync(folder, { recursive: true })
  })
  useLayout(`${DISK}::layouts/admin`)
}

/** A layout as many apps have one, with more in its head or around the slot where a test needs it. */
export function layoutSource({ head = '', body = '' } = {}): string {
  return `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{{ title }} | Acme</title>
    ${head}
  </head>
  <body>
    <header><a href="/">Acme</a></header>
    ${body}
    <main id="content">
      {{{ await $slots.main() }}}
    </main>
    <footer><p>The end of Acme</p></footer>
  </body>
</html>
`
}

/**
 * A folder of views for the app, in place of its own until the test ends: what is ejected goes there,
 * and wins from there. What Edge has mounted already stays where it is.
 */
export class OwnViews {
  /** Relative to the app's root, as the app knows it. */
  readonly folder: string

  constructor() {
    const { directories } = app.rcFile
    const { views } = directories
    const folder = mkdtempSync(app.tmpPath('views_'))
    this.folder = app.relativePath(folder)
    directories.views = this.folder
    getActiveTest()!.cleanup(() => {
      directories.views = views
      rmSync(folder, { recursive: true })
    })
  }

  /** The file of a view of the package: `pages/error`. */
  pathOf(view: string): string {
    return app.viewsPath('smtp_admin', `${view}.edge`)
  }

  has(view: string): boolean {
    return existsSync(this.pathOf(view))
  }

  read(view: string): string {
    return readFileSync(this.pathOf(view), 'utf8')
  }

  write(view: string, source: string): void {
    mkdirSync(dirname(this.pathOf(view)), { recursive: true })
    writeFileSync(this.pathOf(view), source)
  }

  remove(view: string): void {
    rmSync(this.pathOf(view))
  }
}

/** The package's own source of a view. */
export function packagedView(view: string): string {
  return readFileSync(app.makePath('resources/views/smtp_admin', `${view}.edge`), 'utf8')
}
