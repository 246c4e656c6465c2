import type { Message } from '../i18n/types.js'
import { toSingleLine } from '../sanitize.js'

/** What the server's reply to EHLO announces (RFC 5321 section 4.1.1.1). */
export interface Capabilities {
  startTls: boolean
  /** The mechanisms of AUTH (RFC 4954). */
  authMethods: string[]
  /** The largest message in bytes (RFC 1870); null: not announced. */
  size: number | null
}

const MAX_AUTH_METHODS = 12

const BYTES_PER_MB = 1_000_000

export function parseEhlo(reply: string): Capabilities {
  const lines = reply
    .split('\n')
    .slice(1)
    .map((line) => toSingleLine(line.slice(4), 200).toUpperCase())
  const auth = lines.find((line) => /^AUTH[ =]/.test(line)) ?? ''
  const size = lines.find((line) => line.startsWith('SIZE ')) ?? ''
  return {
    startTls: lines.includes('STARTTLS'),
    authMethods: auth.split(/[ =]/).slice(1).filter(Boolean).slice(0, MAX_AUTH_METHODS),
    size: Number(size.slice('SIZE '.length)) || null,
  }
}

/** As in “Offers STARTTLS, login by PLAIN or LOGIN, messages up to 35 MB”. */
export function capabilitiesMessage({ startTls, authMethods, size }: Capabilities): Message {
  const megabytes = size === null ? null : Math.floor(size / BYTES_PER_MB)
  return { key: `stages.offers.${variant()}`, params: { methods: authMethods, megabytes } }

  function variant() {
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
