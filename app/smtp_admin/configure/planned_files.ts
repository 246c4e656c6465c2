import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readText } from './host.js'

/** A file that is to be changed, and what is to be done with it in words. */
export interface PlannedFile {
  path: string
  /** Its new text; null when it is to be deleted. */
  text: string | null
  action: string
}

/** Changes of files that are collected first, shown, and carried out when somebody has agreed. */
export class PlannedFiles {
  #files = new Map<string, PlannedFile>()

  get all(): PlannedFile[] {
    return [...this.#files.values()]
  }

  /** Plans a change; a text that is there already is none. */
  async plan(file: PlannedFile): Promise<void> {
    if ((await readText(file.path)) !== file.text) {
      this.#files.set(file.path, file)
    }
  }

  /** The text that a file will have. */
  async read(path: string): Promise<string | null> {
    const planned = this.#files.get(path)
    return planned ? planned.text : readText(path)
  }

  async carryOut(report: (file: PlannedFile) => void): Promise<void> {
    for (const file of this.all) {
      if (file.text === null) {
        await rm(file.path)
      } else {
        await mkdir(dirname(file.path), { recursive: true })
        await writeFile(file.path, file.text)
      }
      report(file)
    }
  }
}
