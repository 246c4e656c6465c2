import { test } from '@japa/runner'
import { certificateMessage, tlsMessage } from '../../../app/smtp_admin/diagnostics/certificate.js'
import { en, format } from '../../../app/smtp_admin/i18n/format.js'
import type { CertificateInfo, TlsInfo } from '../../../app/smtp_admin/models/test_report.js'

const DAY_MS = 86_400_000

function certificate(days: number, names = ['mail.example.com']) {
  const validTo = new Date(Date.now() + days * DAY_MS + 60_000).toISOString()
  return { names, issuer: 'Let’s Encrypt, R11', validFrom: '1970-01-01T00:00:00.000Z', validTo }
}

const describeCertificate = (facts: CertificateInfo) => format(en, certificateMessage(facts))
const describeTls = (facts: TlsInfo) => format(en, tlsMessage(facts))

test.group('The message about a certificate', () => {
  test('names its hosts, its issuer and the days left', ({ assert }) => {
    assert.equal(
      describeCertificate(certificate(43)),
      'Issued to mail.example.com by Let’s Encrypt, R11, expires in 43 days'
    )
  })

  test('counts whole days', ({ assert }) => {
    assert.match(describeCertificate(certificate(1)), /, expires in 1 day$/)
    assert.match(describeCertificate(certificate(0)), /, expires in less than a day$/)
    assert.match(describeCertificate(certificate(-0.5)), /, expired less than a day ago$/)
    assert.match(describeCertificate(certificate(-1.5)), /, expired 1 day ago$/)
    assert.match(describeCertificate(certificate(-30.5)), /, expired 30 days ago$/)
  })

  test('lists five names at most', ({ assert }) => {
    const names = Array.from({ length: 100 }, (_, index) => `m${index}.example.com`)
    assert.match(
      describeCertificate(certificate(1, names)),
      /^Issued to m0.*m4\.example\.com, … by /
    )
  })

  test('follows protocol and cipher', ({ assert }) => {
    const tls = { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }
    assert.match(
      describeTls({ ...tls, certificate: certificate(3) }),
      /^TLSv1\.3, TLS_AES_256_GCM_SHA384; certificate issued to mail/
    )
    assert.equal(describeTls({ ...tls, certificate: null }), 'TLSv1.3, TLS_AES_256_GCM_SHA384')
  })
})
