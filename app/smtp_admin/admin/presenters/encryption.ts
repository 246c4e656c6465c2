import type { Translator } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'

const NAMES = { starttls: 'STARTTLS', tls: 'SSL/TLS' }

/** The encryption of a server, to stand beside its address: as in `STARTTLS` and `no encryption`. */
export function shownEncryption(translate: Translator, encryption: Encryption): string {
  return encryption === 'none' ? translate('inEffect.unencrypted') : NAMES[encryption]
}
