import { test } from '@japa/runner'
import { toCandidate } from '../../../app/smtp_admin/resolution/candidate.js'

const SEALED = 'gcm.v1:sealed'

const ROW = {
  id: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a10',
  revision: 3,
  scope: 'site',
  name: 'Primary Mail Server',
  host: 'mail.example.com',
  port: 587,
  useTls: true,
  useSsl: false,
  verifyCertificate: true,
  username: 'mailer@example.com',
  fromEmail: null,
  fromName: null,
  replyTo: null,
  timeout: 10,
  ehloName: null,
}

const CHANGES: Record<string, unknown>[] = [
  { scope: 'account:1' },
  { host: 'mail.example.org' },
  { port: 25 },
  { useTls: false, useSsl: true },
  { verifyCertificate: false },
  { username: null },
  { timeout: 11 },
  { ehloName: 'app.example' },
]

test.group('The settings hash of a candidate', () => {
  test('depends on nothing but the settings of its connections', ({ assert }) => {
    const changes = { revision: 4, name: 'Renamed', fromEmail: 'a@example.com' }
    assert.equal(hash({ ...ROW, ...changes }), hash(ROW))
  })

  for (const change of CHANGES) {
    test(`changes with ${JSON.stringify(change)}`, ({ assert }) => {
      assert.notEqual(hash({ ...ROW, ...change }), hash(ROW))
    })
  }

  test('changes with the stored password', ({ assert }) => {
    assert.notEqual(hash(ROW, 'gcm.v1:another'), hash(ROW))
  })

  test('is the same for booleans that a database returns as numbers', ({ assert }) => {
    const numbers = { useTls: 1, useSsl: 0, verifyCertificate: 1 }
    assert.equal(hash({ ...ROW, ...numbers }), hash(ROW))
  })

  test('does not show the password, sealed or not', ({ assert }) => {
    assert.notInclude(hash(ROW), SEALED)
  })
})

function hash(row: object, sealedPassword = SEALED): string {
  return toCandidate(row as typeof ROW, sealedPassword, null).settingsHash
}
