import { test } from '@japa/runner'
import { TranscriptRedactor } from '../../../app/smtp_admin/mail/transcript_redactor.js'
import { Transcript } from '../../../app/smtp_admin/diagnostics/connection_observer.js'
import { Password } from '../../../app/smtp_admin/secrets/secret_box.js'
import { candidateOf, candidateWithLogin } from '../../helpers/smtp/candidates.js'
import { KNOWN_SECRET } from '../../helpers/db/configs.js'

test.group('A transcript', () => {
  test('prefixes each line with its speaker', ({ assert }) => {
    const transcript = new Transcript()
    transcript.add('server', '220 Hello')
    transcript.add('client', 'EHLO app.example')
    transcript.add('server', '250-one\r\n250 two')
    assert.equal(transcript.text, 'S: 220 Hello\nC: EHLO app.example\nS: 250-one\nS: 250 two')
  })

  test('is empty without a dialogue', ({ assert }) => {
    assert.equal(new Transcript().text, '')
  })

  test('is bounded, and counts the lines it leaves out', ({ assert }) => {
    const transcript = new Transcript()
    transcript.add('server', '250-x\n'.repeat(150))
    transcript.add('server', '250-y\n'.repeat(150))
    transcript.add('server', 'z'.repeat(1000))
    const lines = transcript.text.split('\n')
    assert.lengthOf(lines, 201)
    assert.equal(lines.at(-1), '(103 more lines)')
  })

  test('has no long lines and no control characters', ({ assert }) => {
    const transcript = new Transcript()
    transcript.add('server', `250 ${'x'.repeat(10_000)}`)
    transcript.add('server', '250 \u001b[31mred\u0007')
    const [long, escaped] = transcript.text.split('\n')
    assert.isBelow(long.length, 510)
    assert.equal(escaped, 'S: 250 [31mred')
  })
})

test.group('The mask of a transcript', () => {
  test('hides credentials and challenges', ({ assert }) => {
    const mask = new TranscriptRedactor(candidateWithLogin())
    assert.equal(mask.client('EHLO app.example'), 'EHLO app.example')
    assert.equal(mask.client('AUTH LOGIN'), 'AUTH LOGIN [redacted]')
    assert.equal(mask.server('334 VXNlcm5hbWU6'), '334 [redacted]')
    assert.equal(mask.client('bWFpbGVyQGV4YW1wbGUuY29t'), '[redacted]')
    assert.equal(mask.server('235 Welcome'), '235 Welcome')
    assert.equal(mask.client('MAIL FROM:<a@example.com>'), 'MAIL FROM:<a@example.com>')
    assert.equal(mask.server('334 not a challenge now'), '334 not a challenge now')
  })

  test('hides the password in any reply, even after authentication', ({ assert }) => {
    const mask = new TranscriptRedactor(candidateWithLogin())
    assert.equal(mask.server(`220 ${KNOWN_SECRET}`), '220 [redacted]')
    mask.client('AUTH PLAIN x')
    mask.server('235 Welcome')
    assert.equal(mask.server(`550 ${btoa(KNOWN_SECRET)}`), '550 [redacted]')
  })

  test('hides the CRAM-MD5 digest (RFC 2195 section 2)', ({ assert }) => {
    const password = new Password('tanstaaftanstaaf')
    const mask = new TranscriptRedactor(candidateOf({ username: 'tim', password }))
    mask.client('AUTH CRAM-MD5')
    mask.server('334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+')
    const proof = 'b913a602c7eda7a495b4e6e7334d3890'
    assert.equal(mask.server(`535 tim ${proof}`), '535 tim [redacted]')
    assert.equal(mask.server(`535 ${btoa(`tim ${proof}`)}`), '535 [redacted]')
  })

  test('has nothing to hide without a password', ({ assert }) => {
    const mask = new TranscriptRedactor(candidateOf())
    assert.equal(mask.client('AUTH PLAIN x'), 'AUTH PLAIN [redacted]')
    assert.equal(mask.server('535 no'), '535 no')
  })
})
