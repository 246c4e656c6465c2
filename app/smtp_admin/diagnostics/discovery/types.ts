import type { Message } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'
import type { PresetText } from '../presets/presets.js'
import type { NameServers } from './dns_client.js'

/** Where settings were found. */
export type DiscoverySource = 'preset' | 'mx' | 'autoconfig' | 'ispdb' | 'srv' | 'probe'

/**
 * How sure it is that mail can be sent by these settings: `high`, whoever is responsible says so;
 * `medium`, it follows from something else; `low`, something answered.
 */
export type Confidence = 'high' | 'medium' | 'low'

/** Settings to offer, with nothing filled in by themselves. */
export interface DiscoveredServer {
  host: string
  port: number
  encryption: Encryption
  /** A username that is the same for everybody, as `apikey`; else null. */
  username: string | null
  /** What the username is, in words, where that is known. */
  usernameHint: PresetText | null
  /** The preset with hints, links and limits, where it is a known provider. */
  presetId: string | null
  source: DiscoverySource
  confidence: Confidence
  /** Why it is offered: one sentence. */
  why: Message
  /** The same in English. */
  reason: string
}

/** What was asked, and what came of it, in one sentence. */
export interface Attempt {
  source: DiscoverySource
  /** How many settings it brought, those that others brought as well included. */
  found: number
  outcome: Message
  /** The same in English. */
  detail: string
}

/** What was found for an address or a domain. Nothing in it is the part before an @. */
export interface DiscoveryResult {
  /** What was looked for; null when the text names no domain. */
  domain: string | null
  /** Why there was nothing to look for, as a sentence that says what to enter; else null. */
  problem: Message | null
  /** The surest first, each server, port and encryption once. */
  servers: DiscoveredServer[]
  attempts: Attempt[]
  /** Milliseconds, rounded. */
  ms: number
}

/** Which strangers may be asked. All are, unless switched off. */
export interface DiscoverySwitches {
  /** Mozilla's database of mail providers: it learns the domain. */
  ispdb?: boolean
  /** The web server of the domain itself. */
  autoconfig?: boolean
  /** MX and SRV records. */
  dns?: boolean
  /** Connecting to servers that may be there. */
  probe?: boolean
}

/** A port to connect to, and what is expected there. */
export interface ProbePort {
  port: number
  encryption: 'starttls' | 'tls'
}

export interface DiscoveryOptions {
  /** False: nobody is asked, only presets are looked through. */
  sources?: DiscoverySwitches | false
  /** Default: those of this machine. */
  dns?: NameServers
  /** With `{domain}` for the domain. */
  ispdbUrl?: string
  /** Each with `{domain}` for the domain. */
  autoconfigUrls?: readonly string[]
  probePorts?: readonly ProbePort[]
  /**
   * Whether addresses that are not public may be connected to. Only for trying this out: it lets
   * whoever names a domain have a look around the network of this machine.
   */
  allowPrivate?: boolean
  /** Seconds for everything. Default: 5. */
  deadline?: number
  /** Ends it early; what was found by then is the result. */
  signal?: AbortSignal
}
