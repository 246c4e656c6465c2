interface Searchable {
  name: string
  host: string
  username: string | null
  fromEmail: string | null
}

/** The text that the list searches, one line per value. */
export function searchText({ name, host, username, fromEmail }: Searchable): string {
  return [name, host, username ?? '', fromEmail ?? ''].map(foldCase).join('\n')
}

/** A name as it is compared and sorted: in any case, without invisible characters. */
export function nameKey(name: string): string {
  return foldCase(name.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
}

/** A text without differences of case, in any alphabet. `lower()` depends on the database. */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
