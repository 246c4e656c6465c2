import { test } from '@japa/runner'
import {
  describeCorrection,
  describeVerdict,
} from '../../../app/smtp_admin/diagnosis/stage_words.js'
import type { Correction, Stage } from '../../../app/smtp_admin/models/test_report.js'

const CORRECTIONS: [Correction, string][] = [
  [{ port: 465, encryption: 'tls' }, 'Try port 465 with TLS'],
  [{ port: 587, encryption: 'starttls' }, 'Try port 587 with STARTTLS'],
  [{ encryption: 'none' }, 'Try without encryption'],
  [{ host: 'smtp.gmail.com' }, 'Try host smtp.gmail.com'],
  [{ username: 'apikey' }, 'Try username apikey'],
  [{ username: null }, 'Try no username'],
  [{ fromEmail: 'me@example.com' }, 'Try from address me@example.com'],
]

const LOGIN: Stage = { name: 'login', state: 'failed', ms: 1, detail: '' }

test.group('The words of a test', () => {
  for (const [correction, words] of CORRECTIONS) {
    test(`say ${JSON.stringify(correction)} as “${words}”`, ({ assert }) => {
      assert.equal(describeCorrection(correction), words)
    })
  }

  test('name the step that failed', ({ assert }) => {
    assert.equal(describeVerdict('failed', [LOGIN]), 'Does not work: login failed')
    assert.equal(describeVerdict('passed', []), 'Works')
    assert.equal(describeVerdict('cancelled', []), 'Cancelled')
  })
})
