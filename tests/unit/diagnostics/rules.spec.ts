import { test } from '@japa/runner'
import {
  RULES,
  explainFailure,
  findAdvice,
  findRule,
} from '../../../app/smtp_admin/diagnostics/rules/index.js'
import type { Rule } from '../../../app/smtp_admin/diagnostics/rules/rule.js'
import type { StageFailure } from '../../../app/smtp_admin/diagnostics/stage_failure.js'
import { formatAdvice } from '../../../app/smtp_admin/diagnostics/messages.js'
import { stagesFor } from '../../../app/smtp_admin/diagnostics/stage_recorder.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import { toDeliveryError } from '../../../app/smtp_admin/mail/delivery_error.js'
import { Redactor } from '../../../app/smtp_admin/secrets/redactor.js'
import { candidateWithLogin } from '../../helpers/smtp/candidates.js'
import { failed, rejected } from '../../helpers/rule_cases/case.js'
import { CONNECTING } from '../../helpers/rule_cases/connecting.js'
import { ENCRYPTION } from '../../helpers/rule_cases/encryption.js'
import { ENVELOPE, FALLBACKS } from '../../helpers/rule_cases/envelope.js'
import { LOGIN } from '../../helpers/rule_cases/login.js'

const CASES = { ...CONNECTING, ...ENCRYPTION, ...LOGIN, ...ENVELOPE, ...FALLBACKS }

const ALL = Object.entries(CASES).flatMap(([name, failures]) =>
  failures.map((failure) => ({ name, failure }))
)

test.group('The rules', () => {
  for (const [name, failures] of Object.entries(CASES)) {
    test(`explain these failures by “${name}”, not by an earlier rule`, ({ assert }) => {
      for (const failure of failures) {
        assert.equal(findRule(failure)?.name, name, failure.text)
      }
    })
  }

  test('have a test case each', ({ assert }) => {
    const names = RULES.map(({ name }) => name)
    assert.sameMembers(names, Object.keys(CASES))
    assert.lengthOf(new Set(names), names.length)
    assert.isAbove(names.length, 40)
  })

  test('explain in full sentences and have at least one step', ({ assert }) => {
    for (const { name, failure } of ALL) {
      const { cause, steps } = formatAdvice(en, findAdvice(failure)!)
      assert.isNotEmpty(steps, name)
      for (const sentence of [cause, ...steps]) {
        assert.match(sentence, /^[\p{Lu}]\P{Cc}+[.)]$/u, name)
        assert.isBelow(sentence.length, 330, name)
        assert.notMatch(sentence, /undefined|null|\[object| {2}|simply|obviously|just /, name)
      }
    }
  })

  test('have a fallback for every stage', ({ assert }) => {
    for (const stage of stagesFor('starttls')) {
      assert.exists(findAdvice(failed(stage, 'ENEVERHEARDOF')), stage)
      assert.exists(findAdvice(rejected(stage, '599 9.9.9 Never heard of')), stage)
      assert.exists(findAdvice(rejected(stage, '499 4.9.9 Never heard of')), stage)
    }
  })

  test('match long replies quickly', ({ assert }) => {
    const words = RULES.map(({ text }) => text?.source ?? '').join(' ')
    const failures = stagesFor('starttls').flatMap((stage) => [
      rejected(stage, `550 ${'sender not relay domain '.repeat(20_000)}`),
      rejected(stage, `550 ${words.repeat(100)}`),
    ])
    const started = performance.now()
    failures.forEach(findAdvice)
    assert.isBelow(performance.now() - started, 500)
  })
})

test.group('A correction', () => {
  const corrections: [why: string, failure: StageFailure, correction: object | null][] = [
    [
      'SSL/TLS for a server that waits for it',
      CASES['implicit-tls-expected'][0],
      { encryption: 'tls' },
    ],
    ['SSL/TLS on 465', CASES['implicit-tls-expected-on-465'][0], { encryption: 'tls' }],
    ['STARTTLS for TLS on 587', CASES['tls-on-plain-port'][0], { encryption: 'starttls' }],
    ['STARTTLS for TLS on 25', CASES['tls-on-plain-port'][1], { encryption: 'starttls' }],
    [
      'STARTTLS where encryption is demanded',
      CASES['encryption-required'][0],
      { encryption: 'starttls' },
    ],
    [
      'STARTTLS where the login hides without it',
      CASES['login-after-encryption'][0],
      { encryption: 'starttls' },
    ],
    [
      '465 where STARTTLS is not offered',
      CASES['starttls-not-offered'][0],
      { port: 465, encryption: 'tls' },
    ],
    [
      'none where the server is on this machine',
      CASES['starttls-not-needed-here'][0],
      { encryption: 'none' },
    ],
    ['587 where 25 is blocked', CASES['port-25-blocked'][0], { port: 587, encryption: 'starttls' }],
    ['465 instead of 993', CASES['mailbox-server'][0], { port: 465, encryption: 'tls' }],
    ['587 instead of 110', CASES['mailbox-server'][1], { port: 587, encryption: 'starttls' }],
    ['the host that was meant', CASES['host-mistyped'][0], { host: 'smtp.gmail.com' }],
    [
      'the only name of a certificate',
      CASES['certificate-alternative-name'][0],
      { host: 'server12.hosting.example' },
    ],
    [
      'the known name of a certificate',
      CASES['certificate-alternative-name'][1],
      { host: 'smtp.gmail.com' },
    ],
    ['apikey for SendGrid', CASES['fixed-username'][0], { username: 'apikey' }],
    ['resend for Resend', CASES['fixed-username'][1], { username: 'resend' }],
    [
      'the address of the account as the sender',
      CASES['sender-not-owned'][0],
      { fromEmail: 'mailer@example.com' },
    ],
    [
      'nothing where the account is no address',
      rejected('sender', '553 5.7.1 Sender address rejected: not owned by user', {
        username: 'mailer',
      }),
      null,
    ],
    ['nothing where several names are as good', CASES['certificate-name-mismatch'][1], null],
    ['nothing for a wrong password', CASES['password-refused'][0], null],
  ]
  for (const [why, failure, correction] of corrections) {
    test(`is ${why}`, ({ assert }) => {
      assert.deepEqual(findAdvice(failure)?.correction, correction)
    })
  }

  test('changes the settings', ({ assert }) => {
    const corrected = (row: Rule, failure: StageFailure) => {
      const settings = { ...failure.settings, ...row.correction?.(failure) }
      return { ...failure, settings }
    }
    for (const { name, failure } of ALL.filter(({ failure: it }) => findAdvice(it)?.correction)) {
      const row = findRule(failure)!
      assert.notDeepEqual(corrected(row, failure).settings, failure.settings, name)
    }
  })
})

test.group('A failed send', () => {
  for (const [rule, facts] of [
    ['host-unknown', { code: 'EDNS', command: 'CONN' }],
    ['host-unknown', { originalCode: 'ENOTFOUND', code: 'EDNS', command: 'CONN' }],
    ['connection-refused', { originalCode: 'ECONNREFUSED', code: 'ESOCKET', command: 'CONN' }],
    ['no-answer', { code: 'ETIMEDOUT', command: 'CONN' }],
    ['no-greeting', { code: 'ETIMEDOUT', command: 'CONN', message: 'Greeting never received' }],
    ['certificate-expired', { originalCode: 'CERT_HAS_EXPIRED', code: 'ESOCKET', command: 'CONN' }],
    ['tls-unanswered', { code: 'ETLS', command: 'STARTTLS' }],
    ['no-smtp', { code: 'EPROTOCOL', command: 'CONN' }],
    ['ehlo-unknown', { code: 'EPROTOCOL', command: 'HELO', response: '502 5.5.1 No' }],
    ['password-refused', { code: 'EAUTH', command: 'AUTH PLAIN', response: '535 5.7.8 No' }],
    [
      'relay-denied',
      { code: 'EENVELOPE', command: 'RCPT TO', response: '554 Relay access denied' },
    ],
    [
      'message-too-large',
      { code: 'EMESSAGE', command: 'DATA', response: '552 5.3.4 Message too big' },
    ],
    ['login-required', { code: 'ENOAUTH', command: 'MAIL FROM' }],
  ] as const) {
    const { code, command } = facts
    test(`with ${code} at ${command} is explained by “${rule}”`, ({ assert }) => {
      const response = 'response' in facts ? facts.response : undefined
      const responseCode = response && Number(response.slice(0, 3))
      const error = Object.assign(new Error('It failed'), { ...facts, responseCode })
      const candidate = candidateWithLogin({ host: 'mail.example.com' })

      assert.equal(
        explainFailure(toDeliveryError(error, candidate, new Redactor()), candidate)?.rule,
        rule
      )
    })
  }
})
