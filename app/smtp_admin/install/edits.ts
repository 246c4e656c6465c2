/** A part of a text, by the offsets of its first and its last character, and what to put there. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** Carries the edits out; what they do not name stays as it was, byte for byte. */
export function applyEdits(source: string, edits: Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      source
    )
}

/** The line break that a text uses. */
export function lineBreakOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n'
}
