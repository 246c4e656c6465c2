import type { CertificateFacts, TlsFacts } from '../mail/tls_info.js'
import type { Phrase, Values } from '../i18n/types.js'

const DAY_MS = 86_400_000

const MOST_NAMES = 5

/** As in “It is for mail.example.com, issued by Let's Encrypt, R11, valid for 43 days more”. */
export function certificatePhrase(certificate: CertificateFacts): Phrase {
  return { key: `failures.certificate.${stateOf(certificate)}`, values: valuesOf(certificate) }
}

/** As in “TLSv1.3 with TLS_AES_256_GCM_SHA384; the certificate is …”. */
export function tlsPhrase({ protocol, cipher, certificate }: TlsFacts): Phrase {
  return certificate
    ? {
        key: `stages.secured.${stateOf(certificate)}`,
        values: { protocol, cipher, ...valuesOf(certificate) },
      }
    : { key: 'stages.secured', values: { protocol, cipher } }
}

function stateOf({ validTo }: CertificateFacts) {
  const left = validTo.getTime() - Date.now()
  if (Math.abs(left) < DAY_MS) {
    return left < 0 ? 'just_expired' : 'ending'
  }
  return left < 0 ? 'expired' : 'valid'
}

function valuesOf({ names, issuer, validTo }: CertificateFacts): Values {
  const some = [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])]
  const count = Math.floor(Math.abs(validTo.getTime() - Date.now()) / DAY_MS)
  return { names: some.join(', '), issuer, count }
}
