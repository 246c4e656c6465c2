import { test } from '@japa/runner'
import { testConnection } from '../../app/smtp_admin/diagnostics/connection_test.js'
import { candidateWithLogin } from '../helpers/smtp/candidates.js'
import {
  type Certificate,
  certificateOfAnother,
  expiredCertificate,
  trustAuthority,
  validCertificate,
} from '../helpers/smtp/certificates.js'
import { KNOWN_SECRET } from '../helpers/db/configs.js'
import { Exim } from '../helpers/smtp/exim.js'
import { Postfix } from '../helpers/smtp/postfix.js'
import { assertAdvice, assertFailedAt } from '../helpers/smtp/stages.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

interface Fault {
  issue: () => Promise<Certificate>
  isTrusted: boolean
  words: string
  cause: RegExp
  correction?: { host: string }
}

const FAULTS: Record<string, Fault> = {
  'is for another name': {
    issue: certificateOfAnother,
    isTrusted: true,
    words: 'does not match 127.0.0.1. Issued to mail.example.com',
    cause: /not for 127\.0\.0\.1|does not match 127\.0\.0\.1/,
    correction: { host: 'mail.example.com' },
  },
  'has expired': {
    issue: expiredCertificate,
    isTrusted: true,
    words: 'Issued to localhost',
    cause: /has expired/,
  },
  'nobody here vouches for': {
    issue: validCertificate,
    isTrusted: false,
    words: 'by Authority of the tests',
    cause: /private authority/,
  },
}

const SERVERS = [
  { name: 'Postfix', encryption: 'starttls', Server: Postfix },
  { name: 'Exim', encryption: 'tls', Server: Exim },
] as const

for (const { name, encryption, Server } of SERVERS) {
  const reason = Server.whyNot()

  test.group(`A certificate of ${name}`, (group) => {
    group.each.skip(reason !== null, reason ?? '')

    for (const [what, { issue, isTrusted, words, cause, correction }] of Object.entries(FAULTS)) {
      test(`that ${what} ends a test before authentication`, async ({ assert }) => {
        const server = await Server.start({ login: LOGIN, certificate: await issue() })
        if (isTrusted) {
          await trustAuthority()
        }
        const candidate = candidateWithLogin({ ...server.address, encryption })
        const envelope = { from: 'mailer@example.com', to: 'ops@example.com' }
        const result = await testConnection(candidate, { envelope, message: 'send' })

        assertFailedAt(assert, result, 'tls', words)
        assertAdvice(assert, result, cause, correction)
        assert.notInclude(result.transcript, 'AUTH')
      })
    }
  })
}
