import { isIP } from 'node:net'
import { isHost } from '../../models/host_name.js'
import { findPresetByHost } from '../presets/presets.js'
import type { Message } from '../../i18n/types.js'
import type { DnsClient, MailHost } from './dns_client.js'
import type { DiscoveredServer, DiscoveryOptions, ProbePort } from './types.js'

/** A server with the reason for it, not said yet. */
export type FoundServer = Omit<DiscoveredServer, 'reason'>

/** What one source has found, and in one sentence what came of asking it. */
export interface SourceResult {
  servers: FoundServer[]
  outcome: Message
}

/** One domain that settings are looked for, and by what means. */
export interface Inquiry {
  domain: string
  /** The host that was entered instead of a domain; else null. */
  entered: string | null
  dns: DnsClient
  options: Required<
    Pick<DiscoveryOptions, 'ispdbUrl' | 'autoconfigUrls' | 'probePorts' | 'allowPrivate'>
  >
  signal: AbortSignal
  /** Stops waiting for those who have not answered yet. */
  giveUp: () => void
  /** The MX hosts, asked for once however many sources want them. */
  mx: () => Promise<MailHost[] | null>
}

export const DEFAULT_ISPDB_URL = 'https://autoconfig.thunderbird.net/v1.1/{domain}'

/**
 * The addresses where a domain publishes a configuration file. Mail programs add the address of the
 * user; it is left out here, and not made up either: it is nobody's business, and a server that knows
 * none but the domain's users answers with what fits all of them or not at all.
 */
export const DEFAULT_AUTOCONFIG_URLS = [
  'https://autoconfig.{domain}/mail/config-v1.1.xml',
  'https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml',
]

/** RFC 8314 prefers TLS from the start; 25 is for servers among themselves. */
export const DEFAULT_PROBE_PORTS: readonly ProbePort[] = [
  { port: 465, encryption: 'tls' },
  { port: 587, encryption: 'starttls' },
  { port: 2525, encryption: 'starttls' },
  { port: 25, encryption: 'starttls' },
]

/** Whether a stranger may name this as a server: a name of the internet, no address, nothing local. */
export function isInternetName(host: string): boolean {
  return host.includes('.') && isIP(host) === 0 && isHost(host)
}

/** What is known of a server beyond host, port and encryption, if it is one of a known provider. */
export function knownOf(host: string) {
  const preset = findPresetByHost(host)
  return {
    username: preset?.username ?? null,
    usernameHint: preset?.usernameHint ?? null,
    presetId: preset?.id ?? null,
  }
}
