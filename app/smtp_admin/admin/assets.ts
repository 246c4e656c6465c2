import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'

const FOLDER = new URL('../../../resources/assets/smtp_admin/', import.meta.url)

/** A file that the pages load, under an address that changes with its content. */
export class Asset {
  readonly file: string
  /** Part of the address, so that the file can be kept for ever and never be stale. */
  readonly version: string
  #type: string
  #source: Buffer

  constructor(file: string, type: string) {
    this.file = file
    this.#type = type
    this.#source = readFileSync(new URL(file, FOLDER))
    this.version = createHash('sha256').update(this.#source).digest('hex').slice(0, 12)
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
  stylesheet: new Asset('smtp_admin.css', 'text/css'),
  script: new Asset('smtp_admin.js', 'text/javascript'),
}
