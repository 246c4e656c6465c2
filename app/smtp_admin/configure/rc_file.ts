import { type Edit, applyEdits, removal } from './edits.js'
import { type SyntaxNode, loadTsMorph, parse } from './syntax.js'

/** Whether adonisrc.ts imports this module somewhere, whatever quotes it is written with. */
export function importsModule(rcFile: string, module: string): boolean {
  return importsOf(rcFile, [module]).length > 0
}

/** adonisrc.ts without the providers, commands and preloads that import one of the modules. */
export function withoutModules(rcFile: string, modules: string[]): string {
  const entries = importsOf(rcFile, modules)
    .map(entryOf)
    .filter((entry) => entry !== undefined)
  return applyEdits(
    rcFile,
    entries.map((entry) => entryRemoval(entry, rcFile))
  )
}

/** Every `import('module')` in the text. */
function importsOf(text: string, modules: string[]): SyntaxNode[] {
  const { Node, SyntaxKind } = loadTsMorph()
  return parse(text)
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .filter((call) => {
      const [specifier] = call.getArguments()
      const isText =
        Node.isStringLiteral(specifier) || Node.isNoSubstitutionTemplateLiteral(specifier)
      return isText && modules.includes(specifier.getLiteralText())
    })
}

/** The element of an array that an import is part of. */
function entryOf(node: SyntaxNode): SyntaxNode | undefined {
  const { Node } = loadTsMorph()
  const ancestors = [node, ...node.getAncestors()]
  return ancestors.find((ancestor) => Node.isArrayLiteralExpression(ancestor.getParent()))
}

/** The element with the comma after it; the last one with the comma before it if it has none. */
function entryRemoval(entry: SyntaxNode, text: string): Edit {
  const commaAfter = /^\s*,[ \t]*/.exec(text.slice(entry.getEnd()))
  const commaBefore = /,\s*$/.exec(text.slice(0, entry.getStart()))
  if (!commaAfter && commaBefore) {
    return { start: commaBefore.index, end: entry.getEnd(), text: '' }
  }
  return removal(text, entry.getStart(), entry.getEnd() + (commaAfter?.[0].length ?? 0))
}
