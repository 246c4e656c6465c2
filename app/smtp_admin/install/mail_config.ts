import { type Edit, applyEdits, lineBreakOf } from './edits.js'
import { addNamedImport, removeUnusedImport } from './imports.js'
import { type SyntaxNode, loadTsMorph, parse } from './syntax.js'

/** What came of an attempt to change config/mail.ts. */
export type MailConfigChange =
  /** The text with the change, and whether a mailer was there before. */
  | { outcome: 'changed'; text: string; replaced: boolean }
  /** There was nothing to do. */
  | { outcome: 'unchanged' }
  /** A person has to decide. */
  | { outcome: 'left'; reason: string }

/** The options of `transports.smtp` that config/smtp_admin.ts hands on as the environment's server. */
const KNOWN_OPTIONS: Record<string, string> = {
  'host': 'SMTP_HOST',
  'port': 'SMTP_PORT',
  'secure': 'SMTP_USE_SSL',
  'requireTLS': 'SMTP_USE_TLS',
  'auth.user': 'SMTP_USERNAME',
  'auth.pass': 'SMTP_PASSWORD',
}

/**
 * Makes `databaseTransport()` the `smtp` mailer of config/mail.ts. An SMTP mailer that is there is
 * replaced only when it reads the variables that config/smtp_admin.ts reads, so that its server
 * stays in use.
 */
export function wireMailer(text: string): MailConfigChange {
  const file = parse(text)
  const mailers = mailersOf(file)
  if (!mailers) {
    return { outcome: 'left', reason: 'it has no "mailers" object that can be read' }
  }
  const { Node } = loadTsMorph()
  const properties = mailers.getProperties()
  if (properties.some((property) => isDatabaseTransport(initializerOf(property)))) {
    return { outcome: 'unchanged' }
  }

  const smtp = mailers.getProperty('smtp')
  if (!smtp && properties.some((property) => Node.isSpreadAssignment(property))) {
    return { outcome: 'left', reason: 'its mailers come from elsewhere too' }
  }
  const edit = smtp ? replacement(smtp) : insertion(mailers, text)
  if (!edit) {
    return { outcome: 'left', reason: 'its smtp mailer has settings of its own' }
  }
  const edits = [
    edit,
    ...addNamedImport(file, 'adonis-smtp-admin', 'databaseTransport'),
    ...removeUnusedImport(file, 'transports', [edit]),
    ...removeUnusedImport(file, 'env', [edit]),
  ]
  return { outcome: 'changed', text: applyEdits(text, edits), replaced: smtp !== undefined }
}

/** The expression that config/mail.ts has as its default mailer, as it is written there. */
export function defaultMailer(text: string): string | null {
  const property = optionsOf(parse(text))?.getProperty('default')
  return (property && initializerOf(property)?.getText()) ?? null
}

/** The object that `defineConfig` is called with. */
function optionsOf(file: ReturnType<typeof parse>) {
  const { Node, SyntaxKind } = loadTsMorph()
  const options = file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .find((call) => call.getExpression().getText() === 'defineConfig')
    ?.getArguments()[0]
  return Node.isObjectLiteralExpression(options) ? options : null
}

export function mailersOf(file: ReturnType<typeof parse>) {
  const { Node } = loadTsMorph()
  const property = optionsOf(file)?.getProperty('mailers')
  const mailers = property && initializerOf(property)
  return Node.isObjectLiteralExpression(mailers) ? mailers : null
}

export function initializerOf(property: SyntaxNode): SyntaxNode | undefined {
  return loadTsMorph().Node.isPropertyAssignment(property) ? property.getInitializer() : undefined
}

export function isDatabaseTransport(node: SyntaxNode | undefined): boolean {
  const { Node } = loadTsMorph()
  return Node.isCallExpression(node) && node.getExpression().getText() === 'databaseTransport'
}

function replacement(smtp: SyntaxNode): Edit | null {
  const { Node } = loadTsMorph()
  const transport = initializerOf(smtp)
  if (!Node.isCallExpression(transport)) {
    return null
  }
  const [options, ...others] = transport.getArguments()
  const isPlain =
    transport.getExpression().getText() === 'transports.smtp' &&
    others.length === 0 &&
    Node.isObjectLiteralExpression(options) &&
    isEnvironmentServer(options)
  return isPlain
    ? { start: transport.getStart(), end: transport.getEnd(), text: 'databaseTransport()' }
    : null
}

/** Whether the options say what the environment's server of config/smtp_admin.ts says, and no more. */
function isEnvironmentServer(options: SyntaxNode): boolean {
  const entries = flatten(options)
  if (!entries) {
    return false
  }
  const names = entries.map(([name]) => name)
  return (
    names.includes('host') &&
    names.includes('port') &&
    names.includes('auth.user') === names.includes('auth.pass') &&
    entries.every(([name, value]) => {
      return name === 'auth.type' ? /^["']login["']$/i.test(value) : readsVariable(value, name)
    })
  )
}

function readsVariable(value: string, name: string): boolean {
  const variable = KNOWN_OPTIONS[name]
  const call = /^env\.get\((["'])(\w+)\1\)(!|\??\.release\(\))?$/.exec(value)
  return variable !== undefined && call?.[2] === variable
}

/** The options and those of `auth` with their expressions; null where they are not plain. */
function flatten(options: SyntaxNode, prefix = ''): [string, string][] | null {
  const { Node } = loadTsMorph()
  if (!Node.isObjectLiteralExpression(options)) {
    return null
  }
  const entries: [string, string][] = []
  for (const property of options.getProperties()) {
    const value = initializerOf(property)
    if (!Node.isPropertyAssignment(property) || !value) {
      return null
    }
    const name = prefix + property.getName()
    if (name === 'auth') {
      const nested = flatten(value, 'auth.')
      if (!nested) {
        return null
      }
      entries.push(...nested)
    } else {
      entries.push([name, value.getText()])
    }
  }
  return entries
}

/** Puts the mailer first, where it needs no comma before it. */
function insertion(mailers: SyntaxNode, text: string): Edit {
  const start = mailers.getStart() + 1
  const line = /[ \t]*[^\n]*$/.exec(text.slice(0, start))![0]
  const indentation = /^[ \t]*/.exec(line)![0]
  const isOneLine = !mailers.getText().includes('\n') && /[^{}\s]/.test(mailers.getText())
  if (isOneLine) {
    return { start, end: start, text: ' smtp: databaseTransport(),' }
  }
  const lineBreak = lineBreakOf(text)
  const unit = indentation.includes('\t') ? '\t' : '  '
  const isEmpty = !mailers.getText().includes('\n')
  const after = isEmpty ? lineBreak + indentation : ''
  return {
    start,
    end: start,
    text: `${lineBreak}${indentation}${unit}smtp: databaseTransport(),${after}`,
  }
}
