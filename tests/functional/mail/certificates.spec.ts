import { test } from '@japa/runner'
import {
  type Certificate,
  certificateOfAnother,
  expiredCertificate,
  trustAuthority,
  validCertificate,
} from '../../helpers/smtp/certificates.js'
import { KNOWN_SECRET, emptyTables } from '../../helpers/db/configs.js'
import { TestMailer, refusalOf } from '../../helpers/smtp/mailer.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'
import { activateServer } from '../../helpers/smtp/stored_servers.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

const ENCRYPTIONS = { STARTTLS: { useTls: true }, TLS: { useTls: false, useSsl: true } }

interface Fault {
  issue: () => Promise<Certificate>
  isTrusted: boolean
  kind: string
}

const FAULTS: Record<string, Fault> = {
  'is for another name': {
    issue: certificateOfAnother,
    isTrusted: true,
    kind: 'ERR_TLS_CERT_ALTNAME_INVALID',
  },
  'has expired': { issue: expiredCertificate, isTrusted: true, kind: 'CERT_HAS_EXPIRED' },
  'nobody vouches for': {
    issue: validCertificate,
    isTrusted: false,
    kind: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  },
}

for (const [encryption, values] of Object.entries(ENCRYPTIONS)) {
  test.group(`A certificate under ${encryption}`, (group) => {
    group.each.setup(emptyTables)

    for (const [what, { issue, isTrusted, kind }] of Object.entries(FAULTS)) {
      test(`that ${what} is refused before any login`, async ({ assert }) => {
        const server = await startServer(await issue())
        await activateServer(server, { ...values, ...LOGIN })
        if (isTrusted) {
          await trustAuthority()
        }
        const mailer = await TestMailer.create()
        const refusal = await refusalOf(mailer.send())

        assert.containSubset(refusal, { code: 'E_SMTP_DELIVERY_FAILED', kind })
        assert.include(refusal.message, kind)
        assert.isEmpty(server.logins)
        assert.isEmpty(server.mails)
        assert.isAtMost(server.connections, 2)
      })

      test(`that ${what} passes with the check switched off, and only then`, async ({ assert }) => {
        const server = await startServer(await issue())
        await activateServer(server, { ...values, ...LOGIN, verifyCertificate: false })
        const mailer = await TestMailer.create()
        await mailer.send()
        const [mail] = await server.received(1)
        assert.isTrue(mail.isEncrypted)
      })
    }
  })

  function startServer(certificate: Certificate) {
    const kind = encryption === 'TLS' ? 'tls' : 'starttls'
    return SmtpServer.start({ encryption: kind, certificate, login: LOGIN })
  }
}
