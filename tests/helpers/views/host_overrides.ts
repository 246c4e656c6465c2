import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import app from '@adonisjs/core/services/app'
import { getActiveTest } from '@japa/runner'

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
