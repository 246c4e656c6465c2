/** A piece of a document: the beginning or the end of an element, or text. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/**
 * Reads the elements and texts of an XML document one after the other, in time in proportion to its
 * length. Knows no entities, no namespaces and no nesting, forgives what is not well-formed, and ends
 * where a tag does not.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    const text = xml.slice(at, start < 0 ? undefined : start).trim()
    if (text) {
      yield { kind: 'text', text }
    }
    if (start < 0) {
      return
    }
    const [opening, closing] = delimiters(xml, start)
    const end = xml.indexOf(closing, start + opening.length)
    if (end < 0) {
      return
    }
    const inside = xml.slice(start + opening.length, end)
    at = end + closing.length
    yield* tokensOf(opening, inside)
  }
}

function delimiters(xml: string, start: number): [opening: string, closing: string] {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ]) {
    if (xml.startsWith(opening, start)) {
      return [opening, closing]
    }
  }
  return ['<', '>']
}

function* tokensOf(opening: string, inside: string): Generator<XmlToken> {
  if (opening === '<![CDATA[') {
    yield { kind: 'text', text: inside.trim() }
  }
  if (opening !== '<' || inside.startsWith('!')) {
    return
  }
  const [name] = inside.replace(/^\//, '').split(/[\s/]/, 1)
  if (!inside.startsWith('/')) {
    yield { kind: 'open', name, attributes: inside.slice(name.length) }
  }
  if (inside.startsWith('/') || inside.endsWith('/')) {
    yield { kind: 'close', name }
  }
}
