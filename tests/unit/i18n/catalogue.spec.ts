import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import de from '../../../app/smtp_admin/i18n/de/index.js'
import en from '../../../app/smtp_admin/i18n/en/index.js'
import type { Plural, Texts } from '../../../app/smtp_admin/i18n/types.js'

/** A catalogue as one list of texts by their keys. */
function flat(catalogue: Record<string, Texts>): Map<string, string | Plural> {
  return new Map(
    Object.entries(catalogue).flatMap(([area, texts]) => {
      return Object.entries(texts).map(([name, text]) => [`${area}.${name}`, text] as const)
    })
  )
}

const ENGLISH = flat(en)
const GERMAN = flat(de)

const formsOf = (text: string | Plural) => (typeof text === 'string' ? [text] : Object.values(text))
const placesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

/** Words that are the same in both languages, and what is no word of either. */
const SAME = new Set(
  (
    'Name Host Port TLS STARTTLS SMTP SPF DKIM DMARC Status Test Tests Server Scope Provider Region ' +
    'API IP URL ID DNS EHLO Code Revision Japan China SendCloud'
  ).split(' ')
)

test.group('The German texts', () => {
  test('are those that there are in English', ({ assert }) => {
    assert.deepEqual([...GERMAN.keys()].sort(), [...ENGLISH.keys()].sort())
  })

  test('have the same values in them, in every form', ({ assert }) => {
    for (const [key, text] of ENGLISH) {
      const [places, ...others] = [text, ...formsOf(GERMAN.get(key)!)].map((it) => {
        // A form for one may say the number in a word.
        const isPlural = typeof text !== 'string'
        return placesIn(formsOf(it).join()).filter((place) => !isPlural || place !== '{count}')
      })
      for (const other of others) {
        assert.deepEqual(other, places, key)
      }
    }
  })

  test('are German: none is left as it was, but for words that are the same', ({ assert }) => {
    const same = [...ENGLISH].filter(([key, text]) => {
      return JSON.stringify(GERMAN.get(key)) === JSON.stringify(text)
    })
    const left = same.filter(([, text]) => {
      const words =
        formsOf(text)
          .join(' ')
          .replace(/\{\w+\}/g, '')
          .match(/\p{L}{2,}/gu) ?? []
      return !words.every((word) => SAME.has(word))
    })

    assert.deepEqual(left, [])
  })

  test('have the quotation marks of their language', ({ assert }) => {
    const foreign = [...GERMAN].filter(([, text]) => /”|(^|\s)\"/.test(formsOf(text).join()))

    assert.deepEqual(foreign, [])
  })

  test('have every form that their language has', ({ assert }) => {
    const { pluralCategories } = new Intl.PluralRules('de').resolvedOptions()
    for (const [key, text] of GERMAN) {
      if (typeof text !== 'string') {
        assert.sameMembers(Object.keys(text), pluralCategories, key)
      }
    }
  })
})

const SOURCES = [
  ...globSync('app/smtp_admin/**/*.ts', { exclude: (path) => path.includes('texts') }),
  ...globSync('app/smtp_admin/**/*.json'),
  ...globSync('resources/views/smtp_admin/**/*.edge'),
  ...globSync('commands/**/*.ts'),
].map((path) => ({ path, source: readFileSync(path, 'utf8') }))

const AREAS = Object.keys(en).join('|')

test.group('The keys of texts', () => {
  test('that templates ask for are there', ({ assert }) => {
    const unknown = SOURCES.flatMap(({ path, source }) => {
      return [...source.matchAll(/translate\(\s*'([^']+)'/g)]
        .map(([, key]) => key)
        .filter((key) => !ENGLISH.has(key))
        .map((key) => `${path}: ${key}`)
    })

    assert.deepEqual(unknown, [])
  })

  test('are all asked for', ({ assert }) => {
    const literal = new RegExp(`['"\`]((?:${AREAS})\\.[\\w.]+)['"\`]`, 'g')
    const begun = new RegExp(`\`((?:${AREAS})\\.[\\w.]*)\\$\\{`, 'g')
    const all = (pattern: RegExp) => {
      return SOURCES.flatMap(({ source }) => [...source.matchAll(pattern)].map(([, key]) => key))
    }
    const asked = new Set(all(literal))
    const beginnings = all(begun)
    const endings = all(/`\$\{\w+\}([A-Z]\w+)`/g)
    const isAsked = (key: string): boolean =>
      asked.has(key) ||
      beginnings.some((beginning) => key.startsWith(beginning)) ||
      endings.some((it) => key.endsWith(it) && isAsked(key.slice(0, -it.length)))

    const unused = [...ENGLISH.keys()].filter((key) => !isAsked(key))

    assert.deepEqual(unused, [])
  })
})
