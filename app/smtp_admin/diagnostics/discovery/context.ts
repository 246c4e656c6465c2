import { isIP } from 'node:net'
import type { Message } from '../../i18n/types.js'
import { isHost } from '../../models/host.js'
import type { Encryption } from '../../types/main.js'
import { type PresetText, findPresetByHost } from '../presets/presets.js'
import type { DnsClient, MxHost, NameServers } from './dns.js'

export type DiscoverySource = 'preset' | 'mx' | 'autoconfig' | 'ispdb' | 'srv' | 'probe'

/** `high`: published by the provider; `medium`: derived from a record; `low`: a server answered. */
export type Confidence = 'high' | 'medium' | 'low'

/** Settings to offer. */
export interface DiscoveredServer {
  host: string
  port: number
  encryption: Encryption
  /** The username that everyone uses, as in `apikey`; null: it differs. */
  username: string | null
  /** What to enter; null: not known. */
  usernameHint: PresetText | null
  /** Null: not a known provider. */
  presetId: string | null
  source: DiscoverySource
  confidence: Confidence
  /** Why it is offered. */
  reason: Message
}

/** What one source returned, and a summary of it. */
export interface SourceResult {
  servers: DiscoveredServer[]
  outcome: Message
}

/** One lookup. */
export interface Attempt {
  source: DiscoverySource
  /** The number of servers, those that other sources returned too included. */
  found: number
  outcome: Message
}

/** The settings found for a domain. Never contains the part of an address before the @. */
export interface DiscoveryResult {
  /** Null: the input names no domain. */
  domain: string | null
  /** Why there was nothing to look up, and what to enter instead; null: the domain was looked up. */
  problem: Message | null
  /** The most reliable first, each combination of host, port and encryption once. */
  servers: DiscoveredServer[]
  attempts: Attempt[]
  /** Milliseconds. */
  ms: number
}

/** The sources that may be used. All are on by default. */
export interface DiscoverySwitches {
  /** Mozilla's database of mail providers, which learns the domain. */
  ispdb?: boolean
  /** The web server of the domain. */
  autoconfig?: boolean
  /** MX and SRV records. */
  dns?: boolean
  /** Connections to likely mail servers. */
  probe?: boolean
}

/** A port to connect to, and the encryption that is usual there. */
export interface ProbePort {
  port: number
  encryption: 'starttls' | 'tls'
}

export interface DiscoveryOptions {
  /** False: presets only, without any network access. */
  sources?: DiscoverySwitches | false
  /** Default: the name servers of this machine. */
  dns?: NameServers
  /** Contains `{domain}`. */
  ispdbUrl?: string
  /** Each contains `{domain}`. */
  autoconfigUrls?: readonly string[]
  probePorts?: readonly ProbePort[]
  /** Allows private addresses. For tests: otherwise a domain could be used to scan this network. */
  allowPrivate?: boolean
  /** Seconds for the whole search. Default: 5. */
  timeout?: number
  /** Ends the search early; the result contains what was found so far. */
  signal?: AbortSignal
}

/** The domain that is looked up, and the means to do it. */
export interface DiscoveryContext {
  domain: string
  /** The host that was entered instead of a domain; null: a domain was entered. */
  host: string | null
  dns: DnsClient
  options: Required<
    Pick<DiscoveryOptions, 'ispdbUrl' | 'autoconfigUrls' | 'probePorts' | 'allowPrivate'>
  >
  signal: AbortSignal
  /** Stops the lookups that are still open. */
  abort: () => void
  /** The MX hosts, looked up once. */
  mx: () => Promise<MxHost[] | null>
}

/** Whether this may be a public mail server: a domain name, no address and nothing local. */
export function isPublicName(host: string): boolean {
  return host.includes('.') && isIP(host) === 0 && isHost(host)
}

/** What a preset adds to a server's host, port and encryption. */
export function presetDefaults(host: string) {
  const preset = findPresetByHost(host)
  return {
    username: preset?.username ?? null,
    usernameHint: preset?.usernameHint ?? null,
    presetId: preset?.id ?? null,
  }
}
