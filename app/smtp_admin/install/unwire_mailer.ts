import { applyEdits, indentationAt, lineBreakOf } from './edits.js'
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
    "  host: env.get('SMTP_HOST'),",
    "  port: env.get('SMTP_PORT'),",
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
