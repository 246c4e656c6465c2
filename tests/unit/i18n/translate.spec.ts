import { test } from '@japa/runner'
import type { TextKey, Translate } from '../../../app/smtp_admin/i18n/types.js'
import {
  LANGUAGES,
  type OwnTexts,
  isSpoken,
  say,
  translator,
} from '../../../app/smtp_admin/i18n/format.js'

const own = (texts: Record<string, string>): OwnTexts => {
  return (key, { name }) => texts[key]?.replace('{name}', String(name))
}

const seconds = (translate: Translate, count: number) => {
  return translate('errors.testedTooOften', { count })
}

test.group('A text', () => {
  test('is said in the language that is asked for', ({ assert }) => {
    assert.equal(translator('en')('shell.help'), 'Help')
    assert.equal(translator('de')('shell.help'), 'Hilfe')
  })

  test('is said in a variant of a language as in the language', ({ assert }) => {
    const austrian = translator('de-AT')

    assert.equal(austrian('shell.help'), 'Hilfe')
    assert.equal(austrian.language, 'de-AT')
    assert.isTrue(isSpoken('de-AT'))
  })

  test('is said in English where the package has no other', ({ assert }) => {
    assert.isFalse(isSpoken('fr'))
    assert.equal(translator('fr')('shell.help'), 'Help')
  })

  test('has its values in their places, as they are', ({ assert }) => {
    const translate = translator('en')

    assert.equal(
      translate('shell.errorTitle', { title: '{title} $& <b>' }),
      'Error: {title} $& <b>'
    )
    assert.equal(
      say(translate, { key: 'errors.inLogUnder', values: { id: 0 } }),
      'Something failed that should not have. The reason is in the log, under the request ID 0.'
    )
  })

  test('shows which value is missing', ({ assert }) => {
    assert.equal(translator('en')('shell.errorTitle'), 'Error: {title}')
    assert.equal(translator('en')('shell.errorTitle', { title: null }), 'Error: {title}')
  })

  test('that there is not is shown by its key, which is found faster than a failure', ({
    assert,
  }) => {
    assert.equal(translator('de')('shell.nothing' as TextKey), 'shell.nothing')
  })

  test('about a number has the form of that number', ({ assert }) => {
    const german = translator('de')

    assert.match(seconds(german, 1), / in 1 Sekunde noch/)
    assert.match(seconds(german, 2), / in 2 Sekunden noch/)
    assert.match(seconds(german, 0), / in 0 Sekunden noch/)
  })

  test('has the general form where a language has none of its own', ({ assert }) => {
    // Polish has "few" for 2: the texts are English, and have it not.
    assert.match(seconds(translator('pl'), 2), / in 2 seconds/)
  })
})

test.group('A text of the app', () => {
  test('wins over that of the package', ({ assert }) => {
    const translate = translator('de', own({ 'shell.help': 'Rat und Tat' }))

    assert.equal(translate('shell.help'), 'Rat und Tat')
    assert.equal(translate('shell.home'), 'Übersicht')
  })

  test('gets the values as well', ({ assert }) => {
    const translate = translator('en', own({ 'messages.goBack': 'Return to {name}' }))

    assert.equal(translate('messages.goBack', { name: 'Relay' }), 'Return to Relay')
  })

  test('has the forms of its language, or one text for every number', ({ assert }) => {
    const forms = translator(
      'pl',
      own({
        'errors.testedTooOften.few': 'kilka',
        'errors.testedTooOften.many': 'wiele',
      })
    )
    const one = translator('pl', own({ 'errors.testedTooOften': 'zawsze' }))

    assert.equal(seconds(forms, 2), 'kilka')
    assert.equal(seconds(forms, 5), 'wiele')
    assert.match(seconds(forms, 1), / in 1 second\./)
    assert.equal(seconds(one, 2), 'zawsze')
  })
})

test.group('The languages', () => {
  test('are English and German', ({ assert }) => {
    assert.deepEqual(Object.keys(LANGUAGES), ['en', 'de'])
  })
})
