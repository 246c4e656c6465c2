import type { Phrase } from '../../i18n/types.js'

/**
 * What was found of a record: in order; not there; there, but with something that does harm; or
 * nothing is known, because DNS did not answer or nobody said where to look.
 */
export type SenderState = 'good' | 'missing' | 'doubtful' | 'unknown'

/** What is found of one of the three records that receivers look at. */
export interface SenderFinding {
  record: 'SPF' | 'DMARC' | 'DKIM'
  state: SenderState
  /** The name that was asked for in DNS; null: none was. */
  name: string | null
  /** The record as it stands there, without what does not print, and shortened; null: there is none. */
  text: string | null
  /** What that means: whole sentences, one after the other. */
  phrases: Phrase[]
  /** The same in English. */
  detail: string
}

/** What receivers will find when they look whether mail may come from this domain. */
export interface SenderCheck {
  /** The domain of the address; null when the text has none. */
  domain: string | null
  /** Why there was nothing to look at, as a sentence; else null. */
  problem: string | null
  /** SPF, DMARC and DKIM, in this order; empty when there is a problem. */
  findings: SenderFinding[]
}

/** How one record was judged. */
export type Judgement = Omit<SenderFinding, 'record' | 'detail'>
