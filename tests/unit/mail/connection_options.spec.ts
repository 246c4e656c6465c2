import { test } from '@japa/runner'
import { connectionOptions } from '../../../app/smtp_admin/mail/connection_pool.js'
import { SealedPassword } from '../../../app/smtp_admin/secrets/secret_box.js'
import { candidateOf, candidateWithLogin } from '../../helpers/smtp/candidates.js'
import { KNOWN_SECRET } from '../../helpers/db/configs.js'

const ENCRYPTIONS = {
  none: { secure: false, requireTLS: false, ignoreTLS: true },
  starttls: { secure: false, requireTLS: true, ignoreTLS: false },
  tls: { secure: true, requireTLS: false, ignoreTLS: false },
} as const

test.group('The options of a connection', () => {
  for (const [encryption, options] of Object.entries(ENCRYPTIONS)) {
    test(`leave no choice about encryption ${encryption}`, ({ assert }) => {
      const candidate = candidateOf({ encryption: encryption as keyof typeof ENCRYPTIONS })
      assert.containSubset(connectionOptions(candidate), options)
    })
  }

  test('check the certificate unless that is switched off', ({ assert }) => {
    assert.deepEqual(connectionOptions(candidateOf()).tls, { rejectUnauthorized: true })
    const unchecked = candidateOf({ verifyCertificate: false })
    assert.deepEqual(connectionOptions(unchecked).tls, { rejectUnauthorized: false })
  })

  test('require a login where there are credentials, and have none where there are not', ({
    assert,
  }) => {
    assert.containSubset(connectionOptions(candidateWithLogin()), {
      auth: { user: 'mailer@example.com', pass: KNOWN_SECRET },
      forceAuth: true,
    })
    assert.notProperty(connectionOptions(candidateOf()), 'auth')
  })

  test('are refused for a password that does not open: never a connection without login', ({
    assert,
  }) => {
    const password = new SealedPassword(() => null, 'Primary Mail Server')
    assert.throws(
      () => connectionOptions(candidateWithLogin({ password })),
      /password of "Primary Mail Server" cannot be decrypted/
    )
  })

  test('apply the timeout to name lookup, connection, greeting and each reply', ({ assert }) => {
    assert.containSubset(connectionOptions(candidateOf({ timeout: 7 })), {
      dnsTimeout: 7000,
      connectionTimeout: 7000,
      greetingTimeout: 7000,
      socketTimeout: 7000,
    })
  })

  test('greet with the EHLO name, or leave that to the machine', ({ assert }) => {
    assert.equal(connectionOptions(candidateOf({ ehloName: 'app.example' })).name, 'app.example')
    assert.isUndefined(connectionOptions(candidateOf()).name)
  })

  test('retire no connection for the number of its messages, and repeat no message for ever', ({
    assert,
  }) => {
    const { maxMessages, maxRequeues } = connectionOptions(candidateOf())
    assert.equal(maxMessages, Number.POSITIVE_INFINITY)
    assert.equal(maxRequeues, 1)
  })
})
