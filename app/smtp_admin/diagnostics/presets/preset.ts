import type { Phrase } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'

/** What something is called: a name that is the same in every language, or words. */
export type Name = string | Phrase

/** A provider's servers for a part of the world. */
export interface Region {
  /** As the provider calls it, as in `eu-west-1`. */
  id: string
  name: Name
  /** The name in English. */
  label: string
  host: string
  domains?: readonly string[]
  mx?: readonly string[]
}

/** What a provider allows, where it is publicly known and does not change every month. */
export interface SendingLimit {
  /** As a sentence: `500 messages a day.` */
  words: Phrase
  perMinute?: number
  perDay?: number
}

/**
 * What a preset is: a provider, a server of one's own for which only port and encryption are known, or
 * an inbox for developers that delivers nothing.
 */
export type PresetKind = 'provider' | 'own' | 'development'

/** Settings that are known beforehand. */
export interface Preset {
  id: string
  name: Name
  /** The name in English. */
  label: string
  kind: PresetKind
  /** Null for a server of one's own. */
  host: string | null
  port: number
  encryption: Encryption
  /** A username that is the same for everybody, as `apikey`: to be filled in. Else null. */
  username: string | null
  /** What the username is, in words. */
  usernameHint: Phrase
  /** What the password is, in words. */
  passwordHint: Phrase
  /** What has to be switched on or set up at the provider first, as a sentence; else null. */
  needs: Phrase | null
  /** The provider's own page about it; null for a server of one's own. */
  docs: string | null
  /** The domains of its addresses: theirs and every domain below them. */
  domains: readonly string[]
  /** The ends of the names of its MX hosts. */
  mx: readonly string[]
  /** Other names of the same server. */
  otherHosts: readonly string[]
  regions: readonly Region[]
  /** The region that `host` is in, if there are regions. */
  region: string | null
  limit: SendingLimit | null
  /**
   * What the SPF record of a from domain has to include, one of these, where the provider asks for
   * it. Empty where it does not: many send with an envelope address of their own.
   */
  spf: readonly string[]
}

/** A region as the data has it. */
export type RegionEntry = Omit<Region, 'label'>

/** An entry of the data: what is not said is empty. */
export type Provider = Pick<
  Preset,
  'id' | 'name' | 'host' | 'port' | 'encryption' | 'usernameHint' | 'passwordHint' | 'docs'
> &
  Partial<Omit<Preset, 'label' | 'regions'>> & { regions?: readonly RegionEntry[] }
