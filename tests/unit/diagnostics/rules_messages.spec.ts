import { test } from '@japa/runner'
import { findAdvice } from '../../../app/smtp_admin/diagnostics/rules/index.js'
import { RULES } from '../../../app/smtp_admin/diagnostics/rules/index.js'
import { formatAdvice } from '../../../app/smtp_admin/diagnostics/messages.js'
import type {
  ServerSettings,
  StageFailure,
} from '../../../app/smtp_admin/diagnostics/stage_failure.js'
import type {
  Message,
  MessageKey,
  Translator,
  MessageParams,
} from '../../../app/smtp_admin/i18n/types.js'
import { en, translator } from '../../../app/smtp_admin/i18n/format.js'
import { readMessages } from '../../helpers/i18n/messages.js'
import { rejectedCertificate } from '../../helpers/rule_cases/case.js'
import { CONNECTING } from '../../helpers/rule_cases/connecting.js'
import { ENCRYPTION } from '../../helpers/rule_cases/encryption.js'
import { ENVELOPE, FALLBACKS } from '../../helpers/rule_cases/envelope.js'
import { LOGIN } from '../../helpers/rule_cases/login.js'

const german = translator('de')

const KEYS = [...readMessages('en').keys()].filter((key) => key.startsWith('advice.'))

const FAILURES = Object.values({
  ...CONNECTING,
  ...ENCRYPTION,
  ...LOGIN,
  ...ENVELOPE,
  ...FALLBACKS,
}).flat()

/** The same failures without a username, a from address or certificate names. */
const NAMELESS = [
  ...FAILURES.map((failure) => changed(failure, { username: null })),
  ...FAILURES.map((failure) => changed(failure, { fromEmail: null })),
  rejectedCertificate('ERR_TLS_CERT_ALTNAME_INVALID', []),
]

function changed(failure: StageFailure, settings: Partial<ServerSettings>): StageFailure {
  return { ...failure, settings: { ...failure.settings, ...settings } }
}

/** Formats the advice for a failure and adds the keys that it takes to format it. */
function formatRecording(failure: StageFailure, keys: Set<string>) {
  const translate: Translator = Object.assign(
    (key: MessageKey, params: MessageParams = {}) => {
      keys.add(key)
      nestedKeys(params).forEach((nested) => keys.add(nested))
      return en(key, params)
    },
    { locale: 'en' }
  )
  return formatAdvice(translate, findAdvice(failure)!)
}

/** The keys of messages among the parameters of a message. */
function nestedKeys(params: MessageParams): string[] {
  const nested = Object.values(params).filter(
    (value): value is Message => typeof value === 'object' && value !== null && 'key' in value
  )
  return nested.flatMap(({ key, params: values = {} }) => [key, ...nestedKeys(values)])
}

test.group('The messages of the rules', () => {
  test('are all used, and all exist', ({ assert }) => {
    const keys = new Set<string>()
    for (const failure of [...FAILURES, ...NAMELESS]) {
      formatRecording(failure, keys)
    }
    const names = [...keys].filter((key) => key.startsWith('advice.'))

    assert.sameMembers(names, KEYS)
  })

  test('have a cause and at least one step for every rule', ({ assert }) => {
    for (const { name } of RULES) {
      assert.containsSubset(KEYS, [`advice.${name}.cause`, `advice.${name}.step1`])
    }
  })

  test('have a value for every placeholder, in English and in German', ({ assert }) => {
    for (const failure of [...FAILURES, ...NAMELESS]) {
      const advice = findAdvice(failure)!
      const [inEnglish, inGerman] = [en, german].map((translate) => {
        const { cause, steps } = formatAdvice(translate, advice)
        return [cause, ...steps]
      })

      assert.lengthOf(inGerman, inEnglish.length)
      inEnglish.forEach((text, at) => {
        assert.notMatch(text, /\{\w+\}|\bnull\b|undefined/, advice.rule)
        assert.notMatch(inGerman[at], /\{\w+\}|\bnull\b|undefined/, advice.rule)
        assert.match(inGerman[at], /^[\p{Lu}\d]\P{Cc}+[.)]$/u, advice.rule)
        assert.notEqual(inGerman[at], text, advice.rule)
      })
    }
  })
})
