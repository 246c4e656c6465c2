import { loadTsMorph, parse } from './syntax.js'

/** The names that `Env.create` in start/env.ts validates; null when they cannot be read. */
export function validatedNames(envFile: string): Set<string> | null {
  const { Node, SyntaxKind } = loadTsMorph()
  const schema = parse(envFile)
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .find((call) => call.getExpression().getText() === 'Env.create')
    ?.getArguments()[1]
  if (!schema || !Node.isObjectLiteralExpression(schema)) {
    return null
  }
  const properties = schema.getProperties().filter((property) => Node.isPropertyNamed(property))
  return new Set(properties.map((property) => property.getName().replace(/^['"]|['"]$/g, '')))
}
