import { test } from '@japa/runner'
import { candidateKey } from '../../../app/smtp_admin/resolution/candidate_key.js'

const ROW = {
  id: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a10',
  revision: 3,
  scope: 'site',
  host: 'mail.example.com',
  port: 587,
  encryption: 'starttls' as const,
  verifyCertificate: true,
  username: 'mailer@example.com',
  sealedPassword: 'gcm.v1:sealed',
  timeout: 10,
  ehloName: null,
}

const CHANGES: Partial<typeof ROW | { username: null; encryption: 'tls'; ehloName: string }>[] = [
  { id: '7f6a2f0e-5c63-4d2e-9d1b-2f0c3f1f4a11' },
  { revision: 4 },
  { scope: 'account:1' },
  { host: 'mail.example.org' },
  { port: 25 },
  { encryption: 'tls' },
  { verifyCertificate: false },
  { username: null },
  { sealedPassword: 'gcm.v1:another' },
  { timeout: 11 },
  { ehloName: 'app.example' },
]

test.group('The key of open connections', () => {
  test('is the same for the same row, whatever else it holds', ({ assert }) => {
    const more = { ...ROW, fromEmail: 'a@example.com' }
    assert.equal(candidateKey(ROW), candidateKey(more))
  })

  for (const change of CHANGES) {
    test(`is another for ${JSON.stringify(change)}`, ({ assert }) => {
      assert.notEqual(candidateKey({ ...ROW, ...change }), candidateKey(ROW))
    })
  }

  test('does not show the password, sealed or not', ({ assert }) => {
    assert.notInclude(candidateKey(ROW), ROW.sealedPassword)
  })
})
