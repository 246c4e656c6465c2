import { type Edit, lineBreakOf } from './edits.js'
import { type SourceFile, loadTsMorph } from './syntax.js'

/** The import of a module in a file. */
function importOf(file: SourceFile, module: string) {
  return file.getImportDeclaration((declaration) => {
    return declaration.getModuleSpecifierValue() === module && !declaration.isTypeOnly()
  })
}

/** Brings a named import of a module in, in the quotes and with the semicolons of the file. */
export function addNamedImport(file: SourceFile, module: string, name: string): Edit[] {
  const declaration = importOf(file, module)
  const names = declaration?.getNamedImports() ?? []
  if (names.some((specifier) => specifier.getName() === name)) {
    return []
  }
  const last = names.at(-1)
  if (last) {
    return [{ start: last.getEnd(), end: last.getEnd(), text: `, ${name}` }]
  }
  return [newImport(file, module, `{ ${name} }`)]
}

/** Brings a default import of a module in, unless there is an import of it. */
export function addDefaultImport(file: SourceFile, module: string, name: string): Edit[] {
  return importOf(file, module) ? [] : [newImport(file, module, name)]
}

function newImport(file: SourceFile, module: string, clause: string): Edit {
  const text = file.getFullText()
  const others = file.getImportDeclarations()
  const sample = others[0]?.getText() ?? ''
  const quote = sample.includes('"') ? '"' : "'"
  const statement = `import ${clause} from ${quote}${module}${quote}${sample.endsWith(';') ? ';' : ''}`
  const lineBreak = lineBreakOf(text)
  const last = others.at(-1)
  return last
    ? { start: last.getEnd(), end: last.getEnd(), text: lineBreak + statement }
    : { start: 0, end: 0, text: statement + lineBreak.repeat(2) }
}

/**
 * Takes an imported name out that nothing uses any more, once the parts of the text that are replaced
 * are gone. An import that is left without names goes altogether.
 */
export function removeUnusedImport(file: SourceFile, name: string, replaced: Edit[]): Edit[] {
  const { SyntaxKind } = loadTsMorph()
  const uses = file.getDescendantsOfKind(SyntaxKind.Identifier).filter((identifier) => {
    const isReplaced = replaced.some(({ start, end }) => {
      return identifier.getStart() >= start && identifier.getEnd() <= end
    })
    const isImport = identifier.getFirstAncestorByKind(SyntaxKind.ImportDeclaration) !== undefined
    return identifier.getText() === name && !isReplaced && !isImport
  })
  return uses.length > 0 ? [] : removeImport(file, name)
}

function removeImport(file: SourceFile, name: string): Edit[] {
  const text = file.getFullText()
  for (const declaration of file.getImportDeclarations()) {
    const names = declaration.getNamedImports()
    const index = names.findIndex((specifier) => localName(specifier.getText()) === name)
    const isDefault = declaration.getDefaultImport()?.getText() === name
    if (isDefault && names.length === 0) {
      return [wholeLine(text, declaration.getStart(), declaration.getEnd())]
    }
    if (index !== -1 && names.length === 1 && !declaration.getDefaultImport()) {
      return [wholeLine(text, declaration.getStart(), declaration.getEnd())]
    }
    if (index > 0) {
      return [{ start: names[index - 1].getEnd(), end: names[index].getEnd(), text: '' }]
    }
    if (index === 0 && names.length > 1) {
      return [{ start: names[0].getStart(), end: names[1].getStart(), text: '' }]
    }
  }
  return []
}

/** The name that a specifier gives to what it imports: `b` in `a as b`. */
function localName(specifier: string): string {
  return specifier.split(/\s+as\s+/).at(-1)!
}

/** The range and the line break after it, where nothing else stands on the line. */
function wholeLine(text: string, start: number, end: number): Edit {
  const lineBreak = /^[ \t]*\r?\n/.exec(text.slice(end))
  return { start, end: end + (lineBreak?.[0].length ?? 0), text: '' }
}
