import { readFileSync } from 'node:fs'

type Catalogue = Record<string, Record<string, string>>

/** The messages of a language in resources/lang, by key. */
export function readMessages(language: string): Map<string, string> {
  const path = new URL(`../../../resources/lang/${language}.json`, import.meta.url)
  const areas: Catalogue = JSON.parse(readFileSync(path, 'utf8'))
  return new Map(
    Object.entries(areas).flatMap(([area, messages]) => {
      return Object.entries(messages).map(([name, text]) => [`${area}.${name}`, text] as const)
    })
  )
}
