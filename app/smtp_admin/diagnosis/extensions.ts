import { plainLine } from '../plain_text.js'

/** What a server offers, by its answer to EHLO (RFC 5321 section 4.1.1.1). */
export interface Extensions {
  startTls: boolean
  /** The methods of AUTH (RFC 4954). */
  authMethods: string[]
  /** Bytes of the largest message that it takes (RFC 1870); null: it does not say. */
  size: number | null
}

const LONGEST_LIST = 12

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

/** As in “STARTTLS, login by PLAIN or LOGIN, messages up to 35 MB”. */
export function describeExtensions({ startTls, authMethods, size }: Extensions): string {
  const offers = [
    startTls && 'STARTTLS',
    authMethods.length > 0 && `login by ${authMethods.join(' or ')}`,
    size !== null && `messages up to ${Math.floor(size / 1_000_000)} MB`,
  ].filter((it) => it !== false)
  return offers.length > 0 ? `Offers ${offers.join(', ')}` : 'Offers nothing beyond the basics'
}
