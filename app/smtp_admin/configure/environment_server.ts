import { initializerOf, unquoted } from './mail_config.js'
import { type SyntaxNode, loadTsMorph } from './syntax.js'

/** The options of `transports.smtp` and the variable that config/smtp_admin.ts takes each from. */
const VARIABLES: Record<string, string> = {
  'host': 'SMTP_HOST',
  'port': 'SMTP_PORT',
  'secure': 'SMTP_USE_SSL',
  'requireTLS': 'SMTP_USE_TLS',
  'auth.user': 'SMTP_USERNAME',
  'auth.pass': 'SMTP_PASSWORD',
}

/**
 * Whether the options of `transports.smtp` name the server that config/smtp_admin.ts hands on as the
 * environment's, and say nothing that would be lost with them.
 */
export function isEnvironmentServer(options: SyntaxNode | undefined): boolean {
  const entries = options ? flatten(options) : null
  const names = entries?.map(([name]) => name) ?? []
  return (
    names.includes('host') &&
    names.includes('port') &&
    names.includes('auth.user') === names.includes('auth.pass') &&
    entries!.every(([name, value]) => isExpected(name, value))
  )
}

function isExpected(name: string, value: string): boolean {
  if (name === 'auth.type') {
    return /^["']login["']$/i.test(value)
  }
  const variable = /^env\.get\(["'](\w+)["']\)(?:!|[!?]?\.release\(\))?$/.exec(value)?.[1]
  return variable !== undefined && VARIABLES[name] === variable
}

/** The options, and those of `auth`, with their expressions; null where they are not all plain. */
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
    const name = prefix + unquoted(property.getName())
    const nested = name === 'auth' ? flatten(value, 'auth.') : [[name, value.getText()] as const]
    if (!nested) {
      return null
    }
    entries.push(...nested.map(([key, text]): [string, string] => [key, text]))
  }
  return entries
}
