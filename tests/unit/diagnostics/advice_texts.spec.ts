import { test } from '@japa/runner'
import { adviceFor } from '../../../app/smtp_admin/diagnostics/advice.js'
import { ADVICE_ROWS } from '../../../app/smtp_admin/diagnostics/advice_rows.js'
import type {
  ServerSettings,
  StageFailure,
} from '../../../app/smtp_admin/diagnostics/stage_failure.js'
import texts from '../../../app/smtp_admin/i18n/en/advice.js'
import type { Phrase } from '../../../app/smtp_admin/i18n/types.js'
import { english, say, translator } from '../../../app/smtp_admin/i18n/format.js'
import { refusedCertificate } from '../../helpers/advice_cases/case.js'
import { CONNECTING } from '../../helpers/advice_cases/connecting.js'
import { ENCRYPTION } from '../../helpers/advice_cases/encryption.js'
import { ENVELOPE, FALLBACKS } from '../../helpers/advice_cases/envelope.js'
import { LOGIN } from '../../helpers/advice_cases/login.js'

const german = translator('de')

const FAILURES = Object.values({
  ...CONNECTING,
  ...ENCRYPTION,
  ...LOGIN,
  ...ENVELOPE,
  ...FALLBACKS,
}).flat()

/** The same failures, where nobody logs in, or has a from address, or sees the certificate. */
const NAMELESS = [
  ...FAILURES.map((failure) => changed(failure, { username: null })),
  ...FAILURES.map((failure) => changed(failure, { fromEmail: null })),
  refusedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', []),
]

function changed(failure: StageFailure, settings: Partial<ServerSettings>): StageFailure {
  return { ...failure, settings: { ...failure.settings, ...settings } }
}

function phrasesFor(failure: StageFailure): Phrase[] {
  const { cause, steps } = adviceFor(failure)!.phrases!
  return [cause, ...steps]
}

/** Its key, and those of the phrases that stand at its places. */
function keysOf({ key, values = {} }: Phrase): string[] {
  const inside = Object.values(values).filter(
    (value): value is Phrase => typeof value === 'object' && value !== null && 'key' in value
  )
  return [key, ...inside.flatMap(keysOf)]
}

test.group('The texts of advice', () => {
  test('are all said at some time, and all those that are said are there', ({ assert }) => {
    const said = [...FAILURES, ...NAMELESS].flatMap(phrasesFor).flatMap(keysOf)
    const names = [...new Set(said)].filter((key) => key.startsWith('advice.'))

    assert.sameMembers(
      names,
      Object.keys(texts).map((name) => `advice.${name}`)
    )
  })

  test('have a cause and at least one step for every row', ({ assert }) => {
    for (const { name } of ADVICE_ROWS) {
      assert.containsSubset(Object.keys(texts), [`${name}.cause`, `${name}.step1`])
    }
  })

  test('leave no place open, in English and in German', ({ assert }) => {
    for (const failure of [...FAILURES, ...NAMELESS]) {
      for (const phrase of phrasesFor(failure)) {
        const [inEnglish, inGerman] = [say(english, phrase), say(german, phrase)]

        assert.notMatch(inEnglish, /\{\w+\}|\bnull\b|undefined/, phrase.key)
        assert.notMatch(inGerman, /\{\w+\}|\bnull\b|undefined/, phrase.key)
        assert.match(inGerman, /^[\p{Lu}\d]\P{Cc}+[.)]$/u, phrase.key)
        assert.notEqual(inGerman, inEnglish, phrase.key)
      }
    }
  })

  test('keep only what stands at their places', ({ assert }) => {
    const { cause, steps } = adviceFor(CONNECTING['no-answer'][0])!.phrases!

    assert.sameMembers(Object.keys(cause.values!), ['host', 'port'])
    for (const step of steps) {
      assert.notProperty(step, 'values')
    }
  })

  test('say in English what is written down', ({ assert }) => {
    for (const failure of FAILURES) {
      const { cause, steps } = adviceFor(failure)!
      const [first, ...rest] = phrasesFor(failure).map((phrase) => say(english, phrase))
      assert.deepEqual({ cause, steps }, { cause: first, steps: rest })
    }
  })
})
