import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { IntlMessageFormat } from 'intl-messageformat'
import { readMessages } from '#tests/helpers/i18n/messages'

const ENGLISH = readMessages('en')
const GERMAN = readMessages('de')

type Ast = ReturnType<IntlMessageFormat['getAst']>

/** The placeholders of a message, with those of every plural form. */
function placeholdersIn(text: string, language: string): string[] {
  const names = (elements: Ast): string[] => {
    return elements.flatMap((element) => {
      const forms =
        'options' in element
          ? Object.values(element.options).flatMap(({ value }) => names(value))
          : []
      return 'value' in element && typeof element.value === 'string' && element.type !== 0
        ? [element.value, ...forms]
        : forms
    })
  }
  return [...new Set(names(parse(text, language)))].sort()
}

function parse(text: string, language: string): Ast {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()
}

/** Words that are the same in both languages, and names that belong to neither. */
const SAME = new Set(
  (
    'Name Host Port TLS STARTTLS SMTP SPF DKIM DMARC Status Test Tests Server Scope Provider Region ' +
    'API IP URL ID DNS EHLO SSL Code Revision System Staging Japan China SendCloud'
  ).split(' ')
)

test.group('Messages', () => {
  test('have the same keys in English and German', ({ assert }) => {
    assert.deepEqual([...GERMAN.keys()], [...ENGLISH.keys()])
  })

  test('have the same placeholders in English and German', ({ assert }) => {
    for (const [key, text] of ENGLISH) {
      assert.deepEqual(placeholdersIn(GERMAN.get(key)!, 'de'), placeholdersIn(text, 'en'), key)
    }
  })

  test('have every plural form of their language: {language}')
    .with([
      { language: 'en', messages: ENGLISH },
      { language: 'de', messages: GERMAN },
    ])
    .run(({ assert }, { language, messages }) => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
      for (const [key, text] of messages) {
        for (const element of parse(text, language)) {
          if ('options' in element) {
            assert.sameMembers(Object.keys(element.options), pluralCategories, key)
          }
        }
      }
    })

  test('have no tags, which a host with @adonisjs/i18n would have to escape', ({ assert }) => {
    const tagged = [...ENGLISH, ...GERMAN].filter(([, text]) => /[<>]/.test(text))

    assert.deepEqual(tagged, [])
  })

  test('are translated, except for words that both languages share', ({ assert }) => {
    const untranslated = [...ENGLISH].filter(([key, text]) => {
      const words = text.replace(/\{[^{}]*\}/g, '').match(/\p{L}{2,}/gu) ?? []
      return GERMAN.get(key) === text && !words.every((word) => SAME.has(word))
    })

    assert.deepEqual(untranslated, [])
  })

  test('have German quotation marks in German', ({ assert }) => {
    const foreign = [...GERMAN].filter(([, text]) => /”|(^|\s)"/.test(text))

    assert.deepEqual(foreign, [])
  })
})

const SOURCES = [
  ...globSync('app/smtp_admin/**/*.ts'),
  ...globSync('resources/views/smtp_admin/**/*.edge'),
  ...globSync('commands/**/*.ts'),
  ...globSync('app/smtp_admin/**/*.json'),
].map((path) => ({ path, source: readFileSync(path, 'utf8') }))

const AREAS = [...new Set([...ENGLISH.keys()].map((key) => key.split('.')[0]))].join('|')

test.group('Message keys', () => {
  test('that templates use exist', ({ assert }) => {
    const unknown = SOURCES.flatMap(({ path, source }) => {
      return [...source.matchAll(/translate\(\s*'([^']+)'/g)]
        .map(([, key]) => key)
        .filter((key) => !ENGLISH.has(key))
        .map((key) => `${path}: ${key}`)
    })

    assert.deepEqual(unknown, [])
  })

  test('are all used', ({ assert }) => {
    const literal = new RegExp(`['"\`]((?:${AREAS})\\.[\\w.]+)['"\`]`, 'g')
    const beginning = new RegExp(`\`((?:${AREAS})\\.[\\w.]*)\\$\\{`, 'g')
    const all = (pattern: RegExp) => {
      return SOURCES.flatMap(({ source }) => [...source.matchAll(pattern)].map(([, key]) => key))
    }
    const used = new Set(all(literal))
    const beginnings = all(beginning)
    const endings = all(/`\$\{\w+\}([A-Z]\w+)`/g)
    const isUsed = (key: string): boolean =>
      used.has(key) ||
      beginnings.some((it) => key.startsWith(it)) ||
      endings.some((it) => key.endsWith(it) && isUsed(key.slice(0, -it.length)))

    const unused = [...ENGLISH.keys()].filter((key) => !isUsed(key))

    assert.deepEqual(unused, [])
  })
})
