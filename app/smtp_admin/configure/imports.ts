import { type Edit, lineBreakOf, removal } from './edits.js'
import { type SourceFile, loadTsMorph } from './syntax.js'

/** Brings a named import of a module in, in the quotes and with the semicolons of the file. */
export function addNamedImport(file: SourceFile, module: string, name: string): Edit[] {
  const names = importOf(file, module)?.getNamedImports() ?? []
  if (names.some((specifier) => specifier.getText() === name)) {
    return []
  }
  const last = names.at(-1)
  return last
    ? [{ start: last.getEnd(), end: last.getEnd(), text: `, ${name}` }]
    : [newImport(file, module, `{ ${name} }`)]
}

/** Brings a default import of a module in, unless there is one. */
export function addDefaultImport(file: SourceFile, module: string, name: string): Edit[] {
  return importOf(file, module)?.getDefaultImport() ? [] : [newImport(file, module, name)]
}

/**
 * Takes an imported name out that nothing uses any more, once the parts of the text that are edited
 * are gone. An import that is left without names goes altogether.
 */
export function removeUnusedImport(file: SourceFile, name: string, edited: Edit[]): Edit[] {
  const { SyntaxKind } = loadTsMorph()
  const isUsed = file.getDescendantsOfKind(SyntaxKind.Identifier).some((identifier) => {
    const isEdited = edited.some(({ start, end }) => {
      return identifier.getStart() >= start && identifier.getEnd() <= end
    })
    const isImport = identifier.getFirstAncestorByKind(SyntaxKind.ImportDeclaration) !== undefined
    return identifier.getText() === name && !isEdited && !isImport
  })
  return isUsed ? [] : removeImport(file, name)
}

/** The import of a module that more names can be added to. */
function importOf(file: SourceFile, module: string) {
  return file.getImportDeclaration((declaration) => {
    return declaration.getModuleSpecifierValue() === module && !declaration.isTypeOnly()
  })
}

function newImport(file: SourceFile, module: string, clause: string): Edit {
  const text = file.getFullText()
  const others = file.getImportDeclarations()
  const sample = others[0]?.getText() ?? ''
  const quote = sample.includes('"') ? '"' : "'"
  const end = sample.endsWith(';') ? ';' : ''
  const statement = `import ${clause} from ${quote}${module}${quote}${end}`
  const lineBreak = lineBreakOf(text)
  const last = others.at(-1)
  return last
    ? { start: last.getEnd(), end: last.getEnd(), text: lineBreak + statement }
    : { start: 0, end: 0, text: statement + lineBreak.repeat(2) }
}

function removeImport(file: SourceFile, name: string): Edit[] {
  for (const declaration of file.getImportDeclarations()) {
    const names = declaration.getNamedImports()
    const index = names.findIndex((specifier) => localName(specifier.getText()) === name)
    const defaultName = declaration.getDefaultImport()?.getText()
    const isOnly =
      (defaultName === name && names.length === 0) ||
      (index === 0 && names.length === 1 && !defaultName)
    if (isOnly) {
      return [removal(file.getFullText(), declaration.getStart(), declaration.getEnd())]
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
