import { test } from '@japa/runner'
import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageKey, Translator } from '../../../app/smtp_admin/i18n/types.js'
import {
  type HostMessage,
  LANGUAGES,
  en,
  format,
  isSupportedLocale,
  joinSentences,
  translator,
} from '../../../app/smtp_admin/i18n/format.js'

/** A host's messages in ICU format, as @adonisjs/i18n formats them. */
function hostMessages(locale: string, messages: Record<string, string>): HostMessage {
  return (key, params) => {
    return messages[key] && String(new IntlMessageFormat(messages[key], locale).format(params))
  }
}

const seconds = (translate: Translator, count: number) => {
  return translate('errors.testedTooOften', { count })
}

test.group('A message', () => {
  test('is formatted in the locale of its translator', ({ assert }) => {
    assert.equal(translator('en')('shell.help'), 'Help')
    assert.equal(translator('de')('shell.help'), 'Hilfe')
  })

  test('is formatted in the base language of a regional locale', ({ assert }) => {
    const austrian = translator('de-AT')

    assert.equal(austrian('shell.help'), 'Hilfe')
    assert.equal(austrian.locale, 'de-AT')
    assert.isTrue(isSupportedLocale('de-AT'))
  })

  test('is English in a locale that is not supported', ({ assert }) => {
    assert.isFalse(isSupportedLocale('fr'))
    assert.equal(translator('fr')('shell.help'), 'Help')
  })

  test('shows its params as they are', ({ assert }) => {
    assert.equal(
      en('shell.errorTitle', { title: "{title} $& <b> 'it''s'" }),
      "Error: {title} $& <b> 'it''s'"
    )
    assert.equal(
      format(en, { key: 'errors.inLogUnder', params: { id: 0 } }),
      'An unexpected error occurred. Details are in the application log (request ID 0).'
    )
  })

  test('shows the name of a param that is missing', ({ assert }) => {
    assert.equal(en('shell.errorTitle'), 'Error: {title}')
    assert.equal(en('shell.errorTitle', { title: null }), 'Error: {title}')
  })

  test('that does not exist is shown as its key', ({ assert }) => {
    assert.equal(translator('de')('shell.nothing' as MessageKey), 'shell.nothing')
    assert.equal(translator('de')('nothing.toString' as MessageKey), 'nothing.toString')
  })

  test('has the plural form of its count', ({ assert }) => {
    const german = translator('de')

    assert.match(seconds(german, 1), / in 1 Sekunde erneut/)
    assert.match(seconds(german, 2), / in 2 Sekunden erneut/)
    assert.match(seconds(german, 0), / in 0 Sekunden erneut/)
  })

  test('has the thousands separators of its language', ({ assert }) => {
    assert.equal(en('list.count', { count: 5000 }), '5,000 configurations')
    assert.equal(translator('de')('list.count', { count: 5000 }), '5.000 Konfigurationen')
  })

  test('has English plural forms where the locale is not supported', ({ assert }) => {
    // Polish has the form "few" for 2; the English message does not.
    assert.match(seconds(translator('pl'), 2), / in 2 seconds/)
  })

  test('formats a list of strings as a choice, and messages as sentences', ({ assert }) => {
    const both = ['PLAIN', 'LOGIN'].map((words) => ({
      key: 'stages.greeted' as const,
      params: { words },
    }))

    assert.equal(en('shell.errorTitle', { title: ['PLAIN', 'LOGIN'] }), 'Error: PLAIN or LOGIN')
    assert.equal(
      en('shell.errorTitle', { title: both }),
      `Error: ${format(en, both[0])} ${format(en, both[1])}`
    )
    assert.equal(
      translator('de')('shell.errorTitle', { title: { key: 'shell.help' } }),
      `${translator('de')('shell.errorTitle', { title: 'Hilfe' })}`
    )
    assert.equal(joinSentences(en, both), `${format(en, both[0])}. ${format(en, both[1])}`)
  })
})

test.group('A message of the host', () => {
  test('replaces that of the package', ({ assert }) => {
    const translate = translator('de', hostMessages('de', { 'shell.help': 'Rat und Tat' }))

    assert.equal(translate('shell.help'), 'Rat und Tat')
    assert.equal(translate('shell.home'), 'Übersicht')
  })

  test('gets the params', ({ assert }) => {
    const messages = { 'messages.goBack': 'Return to {name}' }
    const translate = translator('en', hostMessages('en', messages))

    assert.equal(translate('messages.goBack', { name: 'Relay' }), 'Return to Relay')
  })

  test('has the plural forms of its own language', ({ assert }) => {
    const text = '{count, plural, one {jedna} few {kilka} other {wiele}}'
    const polish = translator('pl', hostMessages('pl', { 'errors.testedTooOften': text }))

    assert.equal(seconds(polish, 1), 'jedna')
    assert.equal(seconds(polish, 2), 'kilka')
    assert.equal(seconds(polish, 5), 'wiele')
  })
})

test.group('The languages', () => {
  test('are English and German', ({ assert }) => {
    assert.deepEqual(LANGUAGES, ['en', 'de'])
  })
})
