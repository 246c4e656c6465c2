import type { CertificateFacts, TlsFacts } from '../delivery/tls_facts.js'

const DAY_MS = 86_400_000

const MOST_NAMES = 5

/** As in “for mail.example.com, issued by Let's Encrypt, R11, valid for 43 days more”. */
export function describeCertificate(certificate: CertificateFacts): string {
  const { names, issuer } = certificate
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
  const some = names.slice(0, MOST_NAMES).join(', ') + more
  return `for ${some}, issued by ${issuer}, ${validityOf(certificate)}`
}

function validityOf({ validTo }: CertificateFacts): string {
  const left = validTo.getTime() - Date.now()
  const days = Math.floor(Math.abs(left) / DAY_MS)
  const time = days === 0 ? 'less than a day' : days === 1 ? 'a day' : `${days} days`
  return left < 0 ? `expired ${time} ago` : `valid for ${time} more`
}

/** As in “TLSv1.3 with TLS_AES_256_GCM_SHA384; the certificate is …”. */
export function describeTls({ protocol, cipher, certificate }: TlsFacts): string {
  const of = certificate ? `; the certificate is ${describeCertificate(certificate)}` : ''
  return `${protocol} with ${cipher}${of}`
}
