/** Characters of a search, and terms in it: more than that nobody types. */
export const LONGEST_SEARCH = 200
export const MOST_TERMS = 10

/** A phrase in quotation marks, straight or typographic, or a word. */
const TERM = /["“”„]([^"“”„]*)["“”„]|[^\s"“”„]+/g

/** The terms of a search, each of which a row must have: words, and phrases as they were quoted. */
export function searchTerms(search: string): string[] {
  const found = [...search.matchAll(TERM)].map(([word, phrase]) => phrase ?? word)
  const terms = found.map((term) => term.trim().replace(/\s+/g, ' '))
  return [...new Set(terms.filter((term) => term !== ''))]
}
