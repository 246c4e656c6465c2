import { plainLine } from '../sanitize.js'
import type { Phrase } from '../i18n/types.js'

/** What a server offers, by its answer to EHLO (RFC 5321 section 4.1.1.1). */
export interface Extensions {
  startTls: boolean
  /** The methods of AUTH (RFC 4954). */
  authMethods: string[]
  /** Bytes of the largest message that it takes (RFC 1870); null: it does not say. */
  size: number | null
}

const LONGEST_LIST = 12

const BYTES_PER_MB = 1_000_000

/** Reads an answer to EHLO, however it is written. */
export function readExtensions(answer: string): Extensions {
  const lines = answer
    .split('\n')
    .slice(1)
    .map((line) => plainLine(line.slice(4), 200).toUpperCase())
  const auth = lines.find((line) => /^AUTH[ =]/.test(line)) ?? ''
  const size = lines.find((line) => line.startsWith('SIZE ')) ?? ''
  return {
    startTls: lines.includes('STARTTLS'),
    authMethods: auth.split(/[ =]/).slice(1).filter(Boolean).slice(0, LONGEST_LIST),
    size: Number(size.slice('SIZE '.length)) || null,
  }
}

/** As in “Offers STARTTLS, login by PLAIN or LOGIN, messages up to 35 MB”. */
export function extensionsPhrase({ startTls, authMethods, size }: Extensions): Phrase {
  const megabytes = size === null ? null : Math.floor(size / BYTES_PER_MB)
  return { key: `stages.offers.${offered()}`, values: { methods: authMethods, megabytes } }

  function offered() {
    const hasLogin = authMethods.length > 0
    if (startTls && hasLogin) {
      return size === null ? 'starttls_login' : 'starttls_login_size'
    }
    if (startTls) {
      return size === null ? 'starttls' : 'starttls_size'
    }
    if (hasLogin) {
      return size === null ? 'login' : 'login_size'
    }
    return size === null ? 'nothing' : 'size'
  }
}
