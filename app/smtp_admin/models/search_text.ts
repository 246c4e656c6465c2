/** What a search of configurations looks into. */
interface Searched {
  name: string
  host: string
  username: string | null
  fromEmail: string | null
}

/** What is kept of a configuration for searches to look into, one line for each value. */
export function searchTextOf({ name, host, username, fromEmail }: Searched): string {
  return [name, host, username ?? '', fromEmail ?? ''].map(foldCase).join('\n')
}

/**
 * A text in which letters are alike whatever their case, in any alphabet: what `lower()` does depends
 * on the database.
 */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
