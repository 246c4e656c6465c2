import { test } from '@japa/runner'
import { formatCorrection, formatVerdict } from '../../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
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

const LOGIN: Stage = { name: 'authentication', state: 'failed', ms: 1, messages: [] }

test.group('Messages about a test', () => {
  for (const [correction, words] of CORRECTIONS) {
    test(`format ${JSON.stringify(correction)} as “${words}”`, ({ assert }) => {
      assert.equal(formatCorrection(en, correction), words)
    })
  }

  test('name the stage that failed', ({ assert }) => {
    assert.equal(formatVerdict(en, 'failed', [LOGIN]), 'Does not work: login failed')
    assert.equal(formatVerdict(en, 'passed', []), 'Works')
    assert.equal(formatVerdict(en, 'cancelled', []), 'Cancelled')
  })
})
