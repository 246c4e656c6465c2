import { type Edit, applyEdits, removal } from './edits.js'
import { removeUnusedImport } from './imports.js'
import { type SourceFile, loadTsMorph, parse } from './syntax.js'

/** The service that start/routes.ts mounts the pages with. */
const SERVICE = 'adonis-smtp-admin/services/main'

/** What a person adds to this start/routes.ts. */
export function mountLines(routesFile: string): string[] {
  const kernel = "import { middleware } from '#start/kernel'"
  const hasMiddleware = parse(routesFile)
    .getImportDeclarations()
    .some((declaration) => {
      return declaration.getNamedImports().some((specifier) => specifier.getName() === 'middleware')
    })
  return [
    ...(hasMiddleware ? [] : [kernel]),
    `import smtpAdmin from '${SERVICE}'`,
    'smtpAdmin.registerRoutes((group) => group.use(middleware.auth()))',
  ]
}

/** Whether this file mounts the pages. */
export function mountsPages(routesFile: string): boolean {
  const { SyntaxKind } = loadTsMorph()
  return parse(routesFile)
    .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
    .some((access) => access.getName() === 'registerRoutes')
}

/**
 * The file without the statements that mount something of the package, and without the imports that
 * only they used. The same text where they are part of something else.
 */
export function withoutPages(routesFile: string): string {
  const file = parse(routesFile)
  const service = file.getImportDeclaration(SERVICE)?.getDefaultImport()?.getText()
  if (!service) {
    return routesFile
  }
  const statements = mountStatements(file, service)
  const imports = [service, 'middleware'].flatMap((name) => {
    const isPartOfThem = name === service || mentions(routesFile, statements, name)
    return isPartOfThem ? removeUnusedImport(file, name, statements) : []
  })
  return applyEdits(routesFile, [...statements, ...imports])
}

/** Statements that are nothing but a chain of calls on the service; those in a row as one. */
function mountStatements(file: SourceFile, service: string): Edit[] {
  const { SyntaxKind } = loadTsMorph()
  const text = file.getFullText()
  const removals: Edit[] = []
  for (const statement of file.getDescendantsOfKind(SyntaxKind.ExpressionStatement)) {
    if (statement.getText().replace(/\s+/g, '').startsWith(`${service}.`)) {
      const edit = removal(text, statement.getStart(), statement.getEnd())
      const last = removals.at(-1)
      if (last?.end === edit.start) {
        last.end = edit.end
      } else {
        removals.push(edit)
      }
    }
  }
  return removals.map((edit) => withBlankLine(text, edit))
}

/** One of the two blank lines between which something stood goes with it. */
function withBlankLine(text: string, edit: Edit): Edit {
  const blankBefore = /(?<=\n)[ \t]*\r?\n$/.exec(text.slice(0, edit.start))
  const isBlankAfter = /^(?:[ \t]*\r?\n|$)/.test(text.slice(edit.end))
  return blankBefore && isBlankAfter ? { ...edit, start: blankBefore.index } : edit
}

function mentions(text: string, edits: Edit[], name: string): boolean {
  return edits.some(({ start, end }) => new RegExp(`\\b${name}\\b`).test(text.slice(start, end)))
}
