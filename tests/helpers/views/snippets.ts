import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import app from '@adonisjs/core/services/app'

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
