import { test } from '@japa/runner'
import { failureMessages } from '../../../app/smtp_admin/diagnostics/messages.js'
import type { StageFailure } from '../../../app/smtp_admin/diagnostics/stage_failure.js'
import type { Candidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { en, joinSentences } from '../../../app/smtp_admin/i18n/format.js'
import { failed, rejectedCertificate, rejected } from '../../helpers/rule_cases/case.js'
import { candidateOf } from '../../helpers/smtp/candidates.js'

const FOR_TEN_SECONDS = candidateOf({ timeout: 10 })

const describeStageFailure = (failure: StageFailure, candidate: Candidate) =>
  joinSentences(en, failureMessages(failure, candidate))

test.group('A failed stage', () => {
  test('quotes the reply of the server', ({ assert }) => {
    const failure = rejected('recipient', '550-5.1.1 No such\n550 5.1.1 user')
    assert.equal(
      describeStageFailure(failure, FOR_TEN_SECONDS),
      'Server response: 550-5.1.1 No such 550 5.1.1 user'
    )
    assert.containSubset(failure, { status: 550, enhanced: '5.1.1' })
  })

  test('says which extension the server does not offer', ({ assert }) => {
    const starttls = rejected('tls', '502 What?', { capabilities: { startTls: false } })
    const login = rejected('authentication', '503 What?', { capabilities: { authMethods: [] } })
    assert.match(
      describeStageFailure(starttls, FOR_TEN_SECONDS),
      /^The server does not support STARTTLS/
    )
    assert.match(
      describeStageFailure(login, FOR_TEN_SECONDS),
      /^The server does not support authentication/
    )
  })

  test('says how long the test waited', ({ assert }) => {
    for (const kind of ['ETIMEDOUT', 'ETIMEOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT']) {
      const words = describeStageFailure(failed('connect', kind), FOR_TEN_SECONDS)
      assert.equal(words, 'Connection timed out after 10 seconds')
    }
    const failure = failed('authentication', 'ETIMEDOUT')
    assert.equal(
      describeStageFailure(failure, candidateOf({ timeout: 1 })),
      'No response within 1 second'
    )
  })

  test('describes the certificate that was rejected', ({ assert }) => {
    const failure = rejectedCertificate('CERT_HAS_EXPIRED', ['mail.example.com'])
    assert.match(
      describeStageFailure(failure, FOR_TEN_SECONDS),
      /^The server’s certificate has expired\. Issued to mail\.example\.com by Let/
    )
  })

  test('quotes the reason of OpenSSL without its source files', ({ assert }) => {
    const failure = {
      ...failed('tls', 'ERR_SSL_EXCESSIVE_MESSAGE_SIZE'),
      text: '40ED22A3A67F0000:error:0A000098:SSL routines:read_state_machine:excessive message size:../deps/openssl/openssl/ssl/statem/statem.c:654:',
    }
    assert.equal(
      describeStageFailure(failure, FOR_TEN_SECONDS),
      'TLS handshake failed: excessive message size'
    )
  })

  test('has the enhanced status code in any notation', ({ assert }) => {
    assert.equal(rejected('sender', '550 #5.1.0 Address rejected').enhanced, '5.1.0')
    assert.equal(rejected('sender', '554-5.7.1: no').enhanced, '5.7.1')
    assert.isNull(rejected('sender', '550 Version 5.7.1 is out').enhanced)
  })

  test('falls back to the error code', ({ assert }) => {
    const failure = { ...failed('connect', 'ENEVERHEARDOF'), text: '' }
    assert.equal(describeStageFailure(failure, FOR_TEN_SECONDS), 'ENEVERHEARDOF')
  })
})
