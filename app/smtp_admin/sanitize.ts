/** Control and format characters, blanks, halves of characters: all but the end of a line. */
const UNPRINTABLE = /[[\p{Cc}\p{Cf}\p{Cs}\s]--\n]+/gv

/**
 * Text of a stranger without what could move a cursor, turn the direction of writing or hide: each
 * run of such characters, and of blanks, becomes one blank. Lines stay lines.
 */
export function stripControlCharacters(text: string): string {
  return text.replace(UNPRINTABLE, ' ')
}

/** The same in one line, of this many characters at most. */
export function toSingleLine(text: string, longest: number): string {
  // Cut before it is looked at: a server may send a megabyte.
  const line = stripControlCharacters(text.slice(0, longest * 2))
    .replaceAll('\n', ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line
}
