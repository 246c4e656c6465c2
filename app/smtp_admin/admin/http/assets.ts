import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'

const FOLDER = new URL('../../../../resources/assets/smtp_admin/', import.meta.url)

/** In the order in which they hold: a later one overrides an earlier one. */
const STYLES = [
  ...['tokens', 'base', 'shell', 'messages', 'in_effect', 'buttons', 'list', 'list_tools'],
  ...['actions', 'discovery', 'tests', 'providers', 'forms', 'saving', 'history', 'home'],
  ...['narrow', 'media'],
]

const SCRIPTS = ['copy', 'preferences', 'live_test', 'selection', 'form']

/** A file that the pages load, under an address that changes with its content. */
export class Asset {
  readonly file: string
  /** Part of the address, so that the file can be kept for ever and never be stale. */
  readonly version: string
  #type: string
  #source: string

  constructor(file: string, type: string, source: string) {
    this.file = file
    this.#type = type
    this.#source = source
    this.version = createHash('sha256').update(source).digest('hex').slice(0, 12)
  }

  /** Answers with the file; under the address of another version it is not kept. */
  serve({ params, response }: HttpContext) {
    const isThisVersion = params.version === this.version
    response.header('Content-Type', `${this.#type}; charset=utf-8`)
    response.header('X-Content-Type-Options', 'nosniff')
    response.header(
      'Cache-Control',
      isThisVersion ? 'private, max-age=31536000, immutable' : 'no-store'
    )
    return response.send(this.#source)
  }
}

/** All that the pages load: one stylesheet, and one script that they also work without. */
export const ASSETS = {
  stylesheet: new Asset('smtp_admin.css', 'text/css', joined('styles', STYLES, 'css')),
  script: new Asset('smtp_admin.js', 'text/javascript', joined('scripts', SCRIPTS, 'js', inBlock)),
}

function joined(folder: string, parts: string[], ending: string, wrap = (part: string) => part) {
  const files = parts.map((part) => new URL(`${folder}/${part}.${ending}`, FOLDER))
  return files.map((file) => wrap(readFileSync(file, 'utf8'))).join('\n')
}

/** The parts of a module keep their names to themselves in blocks of their own. */
function inBlock(part: string): string {
  return `{\n${part}}\n`
}
