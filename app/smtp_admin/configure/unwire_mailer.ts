import { applyEdits, indentationAt, lineBreakOf, removal } from './edits.js'
import { addDefaultImport, addNamedImport, removeUnusedImport } from './imports.js'
import {
  type MailConfigChange,
  initializerOf,
  isCallOf,
  mailersOf,
  propertyOf,
} from './mail_config.js'
import { loadTsMorph, parse } from './syntax.js'

/**
 * Takes the `smtp` mailer out where `databaseTransport()` is it, there are others, and the app has no
 * server that another transport could use.
 */
export function dropMailer(text: string): MailConfigChange {
  const file = parse(text)
  const property = propertyOf(mailersOf(file) ?? undefined, 'smtp')
  if (!property || !isCallOf(initializerOf(property), 'databaseTransport')) {
    return unwireMailer(text, new Map())
  }
  const comma = /^\s*,/.exec(text.slice(property.getEnd()))?.[0].length ?? 0
  const before = comma ? 0 : (/,\s*$/.exec(text.slice(0, property.getStart()))?.[0].length ?? 0)
  const edit = removal(text, property.getStart() - before, property.getEnd() + comma)
  const edits = [edit, ...removeUnusedImport(file, 'databaseTransport', [edit])]
  return { outcome: 'removed', text: applyEdits(text, edits) }
}

/**
 * Puts `transports.smtp` back into config/mail.ts, as @adonisjs/mail writes it, where
 * `databaseTransport()` is the `smtp` mailer.
 * @param validations what start/env.ts validates, by the names of the variables
 */
export function unwireMailer(text: string, validations: Map<string, string>): MailConfigChange {
  if (!text.includes('databaseTransport')) {
    return { outcome: 'unchanged' }
  }
  const { Node } = loadTsMorph()
  const file = parse(text)
  const mailer = initializerOf(propertyOf(mailersOf(file) ?? undefined, 'smtp'))
  if (!Node.isCallExpression(mailer) || !isCallOf(mailer, 'databaseTransport')) {
    return { outcome: 'left', reason: 'it uses databaseTransport in a way of its own' }
  }
  const lineBreak = lineBreakOf(text)
  const indentation = indentationAt(text, mailer.getStart())
  const edit = {
    start: mailer.getStart(),
    end: mailer.getEnd(),
    text: smtpTransport(validations).join(lineBreak + indentation),
  }
  const edits = [
    edit,
    ...addDefaultImport(file, '#start/env', 'env'),
    ...addNamedImport(file, '@adonisjs/mail', 'transports'),
    ...removeUnusedImport(file, 'databaseTransport', [edit]),
  ]
  return { outcome: 'changed', text: applyEdits(text, edits), replaced: true }
}

/** The lines of the stub of @adonisjs/mail, whose types want a text where a variable may be missing. */
function smtpTransport(validations: Map<string, string>): string[] {
  const read = (name: string) => {
    const rule = validations.get(name) ?? ''
    const isSecret = rule.includes('.secret')
    return `env.get('${name}')${rule.includes('.optional') ? '!' : ''}${isSecret ? '.release()' : ''}`
  }
  return [
    'transports.smtp({',
    `  host: ${read('SMTP_HOST')},`,
    `  port: ${read('SMTP_PORT')},`,
    '  /**',
    '   * Uncomment the auth block if your SMTP',
    '   * server needs authentication',
    '   */',
    '  /* auth: {',
    "    type: 'login',",
    `    user: ${read('SMTP_USERNAME')},`,
    `    pass: ${read('SMTP_PASSWORD')},`,
    '  }, */',
    '})',
  ]
}
