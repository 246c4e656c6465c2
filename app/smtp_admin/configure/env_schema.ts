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

/** The texts that a rule lets a variable have; null where it is no list of texts. */
export function choicesOf(rule: string | undefined): string[] | null {
  const list = /^Env\.schema\.enum(?:\.optional)?\(\s*\[([^\]]*)\]/.exec(rule ?? '')?.[1]
  return list === undefined ? null : [...list.matchAll(/(["'`])(.*?)\1/g)].map(([, , text]) => text)
}

/** The line of start/env.ts that lets a variable have these texts and no others. */
export function choiceRule(variable: string, choices: string[]): string {
  const texts = choices.map((choice) => `'${choice}'`).join(', ')
  return `${variable}: Env.schema.enum([${texts}] as const)`
}
