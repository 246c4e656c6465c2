import { test } from '@japa/runner'
import { formatCorrection, formatVerdict } from '../../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../../app/smtp_admin/i18n/format.js'
import type { Correction, Stage } from '../../../app/smtp_admin/models/test_report.js'

const CORRECTIONS: [Correction, string][] = [
  [{ port: 465, encryption: 'tls' }, 'Use port 465 with SSL/TLS'],
  [{ port: 587, encryption: 'starttls' }, 'Use port 587 with STARTTLS'],
  [{ encryption: 'none' }, 'Use no encryption'],
  [{ host: 'smtp.gmail.com' }, 'Use host smtp.gmail.com'],
  [{ username: 'apikey' }, 'Use username apikey'],
  [{ username: null }, 'Use no username'],
  [{ fromEmail: 'me@example.com' }, 'Use From email me@example.com'],
  [
    { host: 'mail.example.com', port: 465, encryption: 'tls' },
    'Use host mail.example.com. Use port 465 with SSL/TLS',
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
    assert.equal(formatVerdict(en, 'failed', [LOGIN]), 'Authentication failed')
    assert.equal(formatVerdict(en, 'passed', []), 'Test passed')
    assert.equal(formatVerdict(en, 'cancelled', []), 'Test cancelled')
  })
})
