import { test } from '@japa/runner'
import {
  describeCorrection,
  describeVerdict,
} from '../../../app/smtp_admin/diagnostics/stage_words.js'
import { english } from '../../../app/smtp_admin/i18n/format.js'
import type { Correction, Stage } from '../../../app/smtp_admin/models/test_report.js'

const CORRECTIONS: [Correction, string][] = [
  [{ port: 465, encryption: 'tls' }, 'Try port 465 with TLS'],
  [{ port: 587, encryption: 'starttls' }, 'Try port 587 with STARTTLS'],
  [{ encryption: 'none' }, 'Try without encryption'],
  [{ host: 'smtp.gmail.com' }, 'Try host smtp.gmail.com'],
  [{ username: 'apikey' }, 'Try username apikey'],
  [{ username: null }, 'Try no username'],
  [{ fromEmail: 'me@example.com' }, 'Try from address me@example.com'],
  [
    { host: 'mail.example.com', port: 465, encryption: 'tls' },
    'Try host mail.example.com. Try port 465 with TLS',
  ],
]

const LOGIN: Stage = { name: 'login', state: 'failed', ms: 1, detail: '' }

test.group('The words of a test', () => {
  for (const [correction, words] of CORRECTIONS) {
    test(`say ${JSON.stringify(correction)} as “${words}”`, ({ assert }) => {
      assert.equal(describeCorrection(english, correction), words)
    })
  }

  test('name the step that failed', ({ assert }) => {
    assert.equal(describeVerdict(english, 'failed', [LOGIN]), 'Does not work: login failed')
    assert.equal(describeVerdict(english, 'passed', []), 'Works')
    assert.equal(describeVerdict(english, 'cancelled', []), 'Cancelled')
  })
})
