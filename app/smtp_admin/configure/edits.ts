/** A part of a text, by the offset of its first character and the one after its last. */
export interface Edit {
  start: number
  end: number
  /** What to put there. */
  text: string
}

/** Carries the edits out; what they do not name stays as it was, byte for byte. */
export function applyEdits(source: string, edits: Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source)
}

/** Takes a part out, and the line that it was on when nothing else is there. */
export function removal(source: string, start: number, end: number): Edit {
  const before = /(?:^|\n)([ \t]*)$/.exec(source.slice(0, start))
  const after = /^[ \t]*(?:\r?\n|$)/.exec(source.slice(end))
  return before && after
    ? { start: start - before[1].length, end: end + after[0].length, text: '' }
    : { start, end, text: '' }
}

/** The line break that a text uses. */
export function lineBreakOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n'
}

/** The space that the line of an offset begins with. */
export function indentationAt(source: string, offset: number): string {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(source.slice(lineStart))![0]
}
