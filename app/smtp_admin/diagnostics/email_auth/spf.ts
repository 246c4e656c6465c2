import type { Message, MessageKey } from '../../i18n/types.js'
import type { Finding } from '../../models/test_report.js'
import { type DnsClient, LookupError } from '../discovery/dns.js'
import type { Preset } from '../presets/presets.js'

/** The qualifier of `all`: pass, fail, softfail or neutral. */
type Qualifier = '+' | '-' | '~' | '?'

/** One parsed SPF record (RFC 7208). */
interface SpfRecord {
  /** The qualifier of `all`; null: the record has none. */
  all: Qualifier | null
  /** The included domains, except those with macros, which depend on the message. */
  includes: string[]
  /** The record to use when nothing matches. Ignored next to `all`. */
  redirect: string | null
  /** The number of terms that need a DNS lookup. */
  lookups: number
  /** An unknown term makes the whole record an error; null: there is none. */
  unknown: string | null
}

/** The SPF record of a domain together with all that it includes. */
interface SpfEvaluation {
  /** The SPF records of the domain: exactly one is valid. Null: the domain does not exist. */
  records: string[] | null
  /** Counted up to one more than the limit. */
  lookups: number
  /** The qualifier of `all`, in the record or the one that it redirects to. */
  all: Qualifier | null
  /** All domains that are included or redirected to, at any depth. */
  included: Set<string>
  /** The first error in the records. */
  error: Message | null
  /** Whether all included records could be looked up. */
  isComplete: boolean
}

/** More lookups make a record an error (RFC 7208 section 4.6.4). */
const MAX_LOOKUPS = 10
const MAX_NAME_LENGTH = 100

const MECHANISMS = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'])
const LOOKUP_MECHANISMS = new Set(['include', 'a', 'mx', 'ptr', 'exists'])
const NAME = /^[a-z0-9_.-]+$/

const QUALIFIERS: Record<Qualifier, MessageKey> = {
  '-': 'sender.spfRefuses',
  '~': 'sender.spfSuspects',
  '?': 'sender.spfSaysNothing',
  '+': 'sender.spfLetsAll',
}

/**
 * Checks which servers may send mail of a domain (RFC 7208).
 *
 * @param preset the provider of the sending server, whose record has to be included; null: not known
 * @throws LookupError
 */
export async function checkSpf(
  domain: string,
  preset: Preset | null,
  dns: DnsClient
): Promise<Omit<Finding, 'name'>> {
  const spf = await evaluate(domain, dns)
  const { records } = spf
  if (!records || records.length === 0) {
    const key = records ? 'sender.spfMissing' : 'sender.spfNoDomain'
    return { state: 'missing', messages: [{ key, params: { domain } }] }
  }
  if (records.length > 1) {
    const values = { domain, count: records.length }
    return { state: 'doubtful', messages: [{ key: 'sender.spfSeveral', params: values }] }
  }
  const problems = [...errors(spf), ...warnings(spf, preset)]
  return problems.length > 0
    ? { state: 'doubtful', messages: [...problems, ...notes(spf)] }
    : { state: 'good', messages: [...summary(spf, preset), ...notes(spf)] }
}

function errors({ error, lookups }: SpfEvaluation): Message[] {
  const tooMany: Message = { key: 'sender.spfLookups', params: { most: MAX_LOOKUPS } }
  return [...(error ? [error] : []), ...(lookups > MAX_LOOKUPS ? [tooMany] : [])]
}

function warnings(spf: SpfEvaluation, preset: Preset | null): Message[] {
  const { all, isComplete, lookups } = spf
  const isKnown = isComplete && lookups <= MAX_LOOKUPS
  const messages: Message[] = []
  if (all === null && isKnown) {
    messages.push({ key: 'sender.spfNoEnding' })
  }
  if (all === '+' || all === '?') {
    messages.push({ key: QUALIFIERS[all] })
  }
  if (isKnown && preset && isMissingInclude(spf, preset)) {
    const values = { name: preset.spf[0], provider: preset.name }
    messages.push({ key: 'sender.spfLacks', params: values })
  }
  return messages
}

function summary({ all }: SpfEvaluation, preset: Preset | null): Message[] {
  const message: Message =
    preset && preset.spf.length > 0
      ? { key: 'sender.spfGoodWith', params: { provider: preset.name } }
      : { key: 'sender.spfGood' }
  return all === null ? [message] : [message, { key: QUALIFIERS[all] }]
}

function notes({ isComplete, lookups }: SpfEvaluation): Message[] {
  return isComplete || lookups > MAX_LOOKUPS ? [] : [{ key: 'sender.spfIncomplete' }]
}

function isMissingInclude({ included }: SpfEvaluation, { spf }: Preset) {
  return spf.length > 0 && !spf.some((name) => included.has(name))
}

/** Follows includes and redirects until the lookup limit is exceeded, which also ends loops. */
async function evaluate(domain: string, dns: DnsClient): Promise<SpfEvaluation> {
  const records = await lookUp(domain, dns)
  const spf: SpfEvaluation = {
    records,
    lookups: 0,
    all: null,
    included: new Set(),
    error: null,
    isComplete: true,
  }
  if (records?.length === 1) {
    await follow(records[0], true, spf, dns)
  }
  return spf
}

/** @param decides whether the `all` of this record applies to the domain */
async function follow(text: string, decides: boolean, spf: SpfEvaluation, dns: DnsClient) {
  const { all, includes, redirect, lookups, unknown } = parse(text)
  spf.lookups = Math.min(spf.lookups + lookups, MAX_LOOKUPS + 1)
  spf.all = decides ? all : spf.all
  spf.error ??= unknown === null ? null : { key: 'sender.spfUnknownPart' }
  for (const name of [...includes, ...(redirect ? [redirect] : [])]) {
    if (spf.lookups > MAX_LOOKUPS) {
      return
    }
    spf.included.add(name)
    const records = await lookUpIncluded(name, spf, dns)
    if (records.length === 1) {
      await follow(records[0], decides && name === redirect, spf, dns)
    }
  }
}

async function lookUpIncluded(name: string, spf: SpfEvaluation, dns: DnsClient) {
  try {
    const records = (await lookUp(name, dns)) ?? []
    if (records.length !== 1) {
      const key = records.length === 0 ? 'sender.spfIncludesNone' : 'sender.spfIncludesSeveral'
      spf.error ??= { key, params: { name: name.slice(0, MAX_NAME_LENGTH) } }
    }
    return records
  } catch (error) {
    if (error instanceof LookupError) {
      spf.isComplete = false
      return []
    }
    throw error
  }
}

async function lookUp(name: string, dns: DnsClient): Promise<string[] | null> {
  const texts = await dns.txt(name)
  return texts && texts.filter((text) => /^v=spf1(?: |$)/i.test(text))
}

function parse(text: string): SpfRecord {
  const record: SpfRecord = { all: null, includes: [], redirect: null, lookups: 0, unknown: null }
  for (const term of text.toLowerCase().split(/ +/).slice(1).filter(Boolean)) {
    parseTerm(term, record)
  }
  if (record.all !== null) {
    record.redirect = null
  }
  if (record.redirect !== null) {
    record.lookups++
  }
  return record
}

function parseTerm(term: string, record: SpfRecord) {
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
    record.all ??= (qualifier || '+') as Qualifier
  }
  if (LOOKUP_MECHANISMS.has(name)) {
    record.lookups++
  }
  if (name === 'include' && NAME.test(value)) {
    record.includes.push(value)
  }
}
