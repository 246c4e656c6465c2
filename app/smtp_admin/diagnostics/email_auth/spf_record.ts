/** What is said of servers that nothing else in a record matches: accept, refuse, suspect, nothing. */
export type SpfDefault = '+' | '-' | '~' | '?'

/** One SPF record (RFC 7208), as far as it can be told from its text. */
export interface SpfRecord {
  /** What `all` says; null: there is none. */
  all: SpfDefault | null
  /** The domains whose records are part of this one. Those made with macros are not known before. */
  includes: string[]
  /** The domain whose record is taken when nothing matches; it counts only without `all`. */
  redirect: string | null
  /** How many of its terms need a lookup in DNS. */
  lookups: number
  /** The first term that SPF does not know: it makes the whole record an error. */
  unknown: string | null
}

const MECHANISMS = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'])
const NEED_LOOKUP = new Set(['include', 'a', 'mx', 'ptr', 'exists'])
const NAME = /^[a-z0-9_.-]+$/

/** Whether a text is an SPF record at all. */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

export function parseSpf(text: string): SpfRecord {
  const record: SpfRecord = { all: null, includes: [], redirect: null, lookups: 0, unknown: null }
  for (const term of text.toLowerCase().split(/ +/).slice(1).filter(Boolean)) {
    readTerm(term, record)
  }
  const isRedirected = record.redirect !== null && record.all === null
  return {
    ...record,
    redirect: isRedirected ? record.redirect : null,
    lookups: record.lookups + (isRedirected ? 1 : 0),
  }
}

function readTerm(term: string, record: SpfRecord) {
  const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/.exec(term)
  if (modifier) {
    const [, name, value] = modifier
    record.redirect = name === 'redirect' ? value : record.redirect
    return
  }
  const [, qualifier, name, value = ''] = /^([+?~-]?)([a-z0-9]*)(?::([^/]*))?/.exec(term) ?? []
  if (!MECHANISMS.has(name)) {
    record.unknown ??= term
  }
  if (name === 'all') {
    record.all ??= (qualifier || '+') as SpfDefault
  }
  if (NEED_LOOKUP.has(name)) {
    record.lookups++
  }
  if (name === 'include' && NAME.test(value)) {
    record.includes.push(value)
  }
}
