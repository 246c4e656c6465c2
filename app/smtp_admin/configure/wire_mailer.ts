import { type Edit, applyEdits, indentationAt, lineBreakOf } from './edits.js'
import { isEnvironmentServer } from './environment_server.js'
import { addNamedImport, removeUnusedImport } from './imports.js'
import {
  type MailConfigChange,
  initializerOf,
  isCallOf,
  mailersOf,
  propertyOf,
} from './mail_config.js'
import { type SyntaxNode, loadTsMorph, parse } from './syntax.js'

const MAILER = 'databaseTransport()'

/**
 * Makes `databaseTransport()` the `smtp` mailer of config/mail.ts. An SMTP mailer that is there is
 * replaced only when it reads the variables that config/smtp_admin.ts reads, so that its server
 * stays in use.
 */
export function wireMailer(text: string): MailConfigChange {
  const { Node } = loadTsMorph()
  const file = parse(text)
  const mailers = mailersOf(file)
  if (!mailers) {
    return { outcome: 'left', reason: 'it has no "mailers" that can be read' }
  }
  const properties = mailers.getProperties()
  if (properties.some((property) => isCallOf(initializerOf(property), 'databaseTransport'))) {
    return { outcome: 'unchanged' }
  }
  if (properties.some((property) => Node.isSpreadAssignment(property))) {
    return { outcome: 'left', reason: 'some of its mailers come from elsewhere' }
  }

  const smtp = propertyOf(mailers, 'smtp')
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

function replacement(smtp: SyntaxNode): Edit | null {
  const { Node } = loadTsMorph()
  const transport = initializerOf(smtp)
  if (!Node.isCallExpression(transport) || !isCallOf(transport, 'transports.smtp')) {
    return null
  }
  const [options, ...others] = transport.getArguments()
  return others.length === 0 && isEnvironmentServer(options)
    ? { start: transport.getStart(), end: transport.getEnd(), text: MAILER }
    : null
}

/** Puts the mailer first, where it needs no comma before it. */
function insertion(mailers: SyntaxNode, text: string): Edit {
  const start = mailers.getStart() + 1
  const content = mailers.getText().slice(1, -1)
  if (content.trim() !== '' && !content.includes('\n')) {
    return { start, end: start, text: ` smtp: ${MAILER},` }
  }
  const indentation = indentationAt(text, start)
  const lineBreak = lineBreakOf(text)
  const unit = indentation.startsWith('\t') ? '\t' : '  '
  const closing = content.includes('\n') ? '' : lineBreak + indentation
  return {
    start,
    end: start,
    text: `${lineBreak}${indentation}${unit}smtp: ${MAILER},${closing}`,
  }
}
