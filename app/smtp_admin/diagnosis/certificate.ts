import type { CertificateFacts, TlsFacts } from '../delivery/tls_facts.js'

const DAY_MS = 86_400_000

/** Whole days until a certificate expires; negative: it has. */
export function daysLeft({ validTo }: CertificateFacts, now = Date.now()): number {
  return Math.floor((validTo.getTime() - now) / DAY_MS)
}

/** As in “for mail.example.com, issued by Let's Encrypt, R11, valid for 43 more days”. */
export function describeCertificate(certificate: CertificateFacts): string {
  const { names, issuer } = certificate
  const days = daysLeft(certificate)
  const validity = days < 0 ? `expired ${-days} days ago` : `valid for ${days} more days`
  return `for ${names.slice(0, 5).join(', ')}, issued by ${issuer}, ${validity}`
}

/** As in “TLSv1.3 with TLS_AES_256_GCM_SHA384; the certificate is …”. */
export function describeTls({ protocol, cipher, certificate }: TlsFacts): string {
  const of = certificate ? `; the certificate is ${describeCertificate(certificate)}` : ''
  return `${protocol} with ${cipher}${of}`
}
