import { initializerOf, unquoted } from './mail_config.js'
import { loadTsMorph, parse } from './syntax.js'

/** What `Env.create` in start/env.ts validates: the name of each variable, and the rule as written. */
export function readValidations(envFile: string): Map<string, string> {
  const { Node, SyntaxKind } = loadTsMorph()
  const schema = parse(envFile)
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .find((call) => call.getExpression().getText() === 'Env.create')
    ?.getArguments()[1]
  const properties = Node.isObjectLiteralExpression(schema) ? schema.getProperties() : []
  return new Map(
    properties
      .filter((property) => Node.isPropertyNamed(property))
      .map((property) => [unquoted(property.getName()), initializerOf(property)?.getText() ?? ''])
  )
}
