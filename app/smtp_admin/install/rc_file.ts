import { type Edit, applyEdits } from './edits.js'
import { type SyntaxNode, loadTsMorph, parse } from './syntax.js'

/** Whether adonisrc.ts imports this module somewhere, whatever quotes it is written with. */
export function importsModule(rcFile: string, module: string): boolean {
  return importsOf(rcFile, module).length > 0
}

/** adonisrc.ts without the providers, commands and preloads that import one of the modules. */
export function withoutModules(rcFile: string, modules: string[]): string {
  const entries = modules.flatMap((module) => importsOf(rcFile, module)).map(entryOf)
  return applyEdits(
    rcFile,
    entries.filter((entry) => entry !== null).map((entry) => removalOf(entry, rcFile))
  )
}

/** Every `import('module')` in the text. */
function importsOf(text: string, module: string): SyntaxNode[] {
  const { SyntaxKind } = loadTsMorph()
  return parse(text)
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .filter((call) => {
      const [specifier] = call.getArguments()
      return specifier?.isKind(SyntaxKind.StringLiteral) && specifier.getLiteralText() === module
    })
}

/** The element of the array that an import is part of. */
function entryOf(node: SyntaxNode): SyntaxNode | null {
  const { Node } = loadTsMorph()
  const parent = node.getParent()
  return !parent || Node.isArrayLiteralExpression(parent)
    ? ((parent && node) ?? null)
    : entryOf(parent)
}

/** The element, the comma after it, and its line when nothing else is on it. */
function removalOf(entry: SyntaxNode, text: string): Edit {
  let end = entry.getEnd()
  const comma = /^\s*,/.exec(text.slice(end))
  end += comma?.[0].length ?? 0
  const start = entry.getStart()
  const before = /(^|\n)([ \t]*)$/.exec(text.slice(0, start))
  const after = /^[ \t]*(\r?\n)/.exec(text.slice(end))
  if (before && after) {
    return { start: start - before[2].length, end: end + after[0].length, text: '' }
  }
  const space = /^[ \t]*/.exec(text.slice(end))
  return { start, end: end + (comma ? (space?.[0].length ?? 0) : 0), text: '' }
}
