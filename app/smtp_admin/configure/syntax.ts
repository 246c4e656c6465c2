import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Node, SourceFile } from 'ts-morph'

export type { Node as SyntaxNode, SourceFile }

type TsMorph = typeof import('ts-morph')

let tsMorph: TsMorph | undefined

/**
 * The parser that AdonisJS's own codemods use. It is a dependency of the assembler, not of this
 * package, so it is looked for from there.
 * @throws when @adonisjs/assembler is not installed
 */
export function loadTsMorph(): TsMorph {
  tsMorph ??= createRequire(fileURLToPath(import.meta.resolve('@adonisjs/assembler')))(
    'ts-morph'
  ) as TsMorph
  return tsMorph
}

/** Whether the assembler, without which no file of the host can be edited, is installed. */
export function hasAssembler(): boolean {
  try {
    loadTsMorph()
    return true
  } catch {
    return false
  }
}

/** The syntax tree of a text. Comments, spaces and line ends keep their positions in it. */
export function parse(text: string): SourceFile {
  const { Project } = loadTsMorph()
  return new Project({ useInMemoryFileSystem: true }).createSourceFile('file.ts', text)
}
