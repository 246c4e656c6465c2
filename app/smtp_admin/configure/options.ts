import { loadTsMorph, parse } from './syntax.js'

/** Whether a config file gives an option, in whatever way; a comment that does is none. */
export function namesOption(config: string, option: string): boolean {
  const { SyntaxKind } = loadTsMorph()
  return parse(config)
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .some((identifier) => identifier.getText() === option)
}
