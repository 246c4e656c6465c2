import { globSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import app from '@adonisjs/core/services/app'

const ROOT = new URL('../../../', import.meta.url)

const FENCE = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm

/** Every page of the documentation, by its path from the root. */
export const PAGES = globSync(['*.md', 'docs/**/*.md'], { cwd: fileURLToPath(ROOT) })
  .map((path) => path.replaceAll('\\', '/'))
  .sort()

/** The text of a file, by its path from the root. */
export function readPage(path: string): Promise<string> {
  return readFile(new URL(path, ROOT), 'utf8')
}

/** A fenced block of code, without the indentation of the list that it may stand in. */
export interface CodeBlock {
  language: string
  code: string
  /** The line of the page that its code begins at. */
  line: number
}

export function codeBlocks(page: string): CodeBlock[] {
  return [...page.matchAll(FENCE)].map(({ index, 1: indentation, 2: language, 3: code }) => ({
    language,
    code: code.replaceAll(new RegExp(`^${indentation}`, 'gm'), ''),
    line: page.slice(0, index).split('\n').length + 1,
  }))
}

/** The code blocks of a document, by the language that they are marked with. */
export function snippets(document: string, language: string): string[] {
  const text = readFileSync(app.makePath(document), 'utf8')
  const blocks = text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)
  return Array.from(blocks)
    .filter(([, , marked]) => marked === language)
    .map(([, , , code]) => code)
}

/** The options that the documentation shows for a config file, which its first line names. */
export function documentedOptions<Options>(document: string, file: string): Options {
  const code = snippets(document, 'ts').find((it) => it.trimStart().startsWith(`// ${file}\n`))
  return structuredClone(runInNewContext(`({${code}})`))
}
