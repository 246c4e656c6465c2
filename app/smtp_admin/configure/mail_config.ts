import { type SourceFile, type SyntaxNode, loadTsMorph } from './syntax.js'

/** What came of an attempt to change config/mail.ts. */
export type MailConfigChange =
  /** The text with the change; `replaced` says whether there was an SMTP mailer before. */
  | { outcome: 'changed'; text: string; replaced: boolean }
  /** The text without an SMTP mailer, which had no server to go on with. */
  | { outcome: 'removed'; text: string }
  /** There was nothing to do. */
  | { outcome: 'unchanged' }
  /** A person has to do it: `reason` completes "because". */
  | { outcome: 'left'; reason: string }

/** The `mailers` of config/mail.ts, where they are an object literal. */
export function mailersOf(file: SourceFile) {
  const { Node } = loadTsMorph()
  const mailers = initializerOf(propertyOf(optionsOf(file), 'mailers'))
  return Node.isObjectLiteralExpression(mailers) ? mailers : null
}

/** The names of the mailers beside the `smtp` one, as far as they are written there. */
export function otherMailers(file: SourceFile): string[] {
  const { Node } = loadTsMorph()
  return (mailersOf(file)?.getProperties() ?? [])
    .filter(
      (property) => Node.isPropertyNamed(property) || Node.isShorthandPropertyAssignment(property)
    )
    .map((property) => unquoted(property.getName()))
    .filter((name) => name !== 'smtp')
}

/** The variable that config/mail.ts takes the default mailer from; null where it takes it from none. */
export function defaultVariableOf(file: SourceFile): string | null {
  return /^env\.get\(["'](\w+)["']/.exec(defaultMailerOf(file) ?? '')?.[1] ?? null
}

/** What config/mail.ts says the default mailer is, as it is written there. */
export function defaultMailerOf(file: SourceFile): string | null {
  return initializerOf(propertyOf(optionsOf(file), 'default'))?.getText() ?? null
}

/** The property of an object, whether its name is in quotes or not. */
export function propertyOf(object: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  const { Node } = loadTsMorph()
  const properties = Node.isObjectLiteralExpression(object) ? object.getProperties() : []
  return properties.find((property) => {
    return Node.isPropertyNamed(property) && unquoted(property.getName()) === name
  })
}

/** The name of a property without the quotes it may be written in. */
export function unquoted(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, '$2')
}

/** The value of a property that is written as `name: value`. */
export function initializerOf(property: SyntaxNode | undefined): SyntaxNode | undefined {
  const { Node } = loadTsMorph()
  return Node.isPropertyAssignment(property) ? property.getInitializer() : undefined
}

/** Whether this is a call of the function of this name. */
export function isCallOf(node: SyntaxNode | undefined, name: string) {
  const { Node } = loadTsMorph()
  return Node.isCallExpression(node) && node.getExpression().getText() === name
}

/** The object that `defineConfig` is called with. */
function optionsOf(file: SourceFile) {
  const { Node, SyntaxKind } = loadTsMorph()
  const call = file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .find((candidate) => isCallOf(candidate, 'defineConfig'))
  const options = call?.getArguments()[0]
  return Node.isObjectLiteralExpression(options) ? options : undefined
}
