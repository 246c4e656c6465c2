import type { Message } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'
import {
  type Preset,
  findPresetByHost,
  findPresetByMx,
  findPresetsByDomain,
} from '../presets/presets.js'
import { registrableDomain } from '../presets/registrable_domain.js'
import { type OutgoingServer, parseAutoconfig } from './autoconfig.js'
import {
  type DiscoveredServer,
  type DiscoveryContext,
  type SourceResult,
  isPublicName,
  presetDefaults,
} from './context.js'
import { fetchSafely } from './fetch_safely.js'
import { LookupError } from './dns.js'

type Origin = Pick<DiscoveredServer, 'source' | 'confidence' | 'reason'>

/** The SRV services for mail submission (RFC 6186, RFC 8314). */
export const SUBMISSION_SERVICES: [service: string, encryption: Encryption][] = [
  ['_submissions._tcp', 'tls'],
  ['_submission._tcp', 'starttls'],
]

const MAX_SRV_SERVERS = 3

/** The provider with mailboxes in this domain, or whose server was entered. */
export function findByPreset({ domain, host }: DiscoveryContext): SourceResult {
  const name = host ?? domain
  const byHost = findPresetByHost(name)
  const presets = byHost ? [byHost] : findPresetsByDomain(domain)
  const servers = presets.flatMap((preset) => {
    const provider = preset.name
    const reason: Message = byHost
      ? { key: 'discovery.knownServer', params: { host: name, provider } }
      : { key: 'discovery.knownDomain', params: { domain, provider } }
    return presetServers(preset, { source: 'preset', confidence: 'high', reason })
  })
  const unknown: Message = { key: 'discovery.unknownDomain', params: { domain } }
  return { servers, outcome: servers[0]?.reason ?? unknown }
}

/** The provider that receives the domain's mail: usually it sends it, too. */
export async function findByMx({ domain, mx }: DiscoveryContext): Promise<SourceResult> {
  const records = await mx()
  const hosts = (records ?? []).map(({ host }) => host).filter(isPublicName)
  if (hosts.length === 0) {
    const outcome: Message = records
      ? { key: 'discovery.noMx', params: { domain } }
      : { key: 'discovery.noName', params: { host: domain } }
    return { servers: [], outcome }
  }
  for (const host of hosts) {
    const preset = findPresetByMx(host)
    if (preset?.host) {
      const params = { domain, host, provider: preset.name }
      const reason: Message = { key: 'discovery.mxOfProvider', params }
      const servers = presetServers(preset, { source: 'mx', confidence: 'medium', reason })
      return { servers, outcome: reason }
    }
  }
  const outcome: Message = { key: 'discovery.mxOfNobody', params: { domain, host: hosts[0] } }
  return { servers: [], outcome }
}

function presetServers(
  { id, host, port, encryption, username, usernameHint }: Preset,
  origin: Origin
): DiscoveredServer[] {
  return host ? [{ host, port, encryption, username, usernameHint, presetId: id, ...origin }] : []
}

/** The servers that a domain names in SRV records, the preferred first. */
export async function findBySrv(
  { domain, dns }: DiscoveryContext,
  [service, encryption]: [service: string, encryption: Encryption]
): Promise<SourceResult> {
  const records = (await dns.srv(`${service}.${domain}`)) ?? []
  const params = { domain, service }
  if (records.length === 0) {
    return { servers: [], outcome: { key: 'discovery.srvNone', params } }
  }
  const usable = records.filter(({ host, port }) => isPublicName(host) && port > 0)
  if (usable.length === 0) {
    const isRefused = records.every(({ host }) => host === '')
    const key = isRefused ? 'discovery.srvRefused' : 'discovery.srvUnusable'
    return { servers: [], outcome: { key, params } }
  }
  const servers = usable.slice(0, MAX_SRV_SERVERS).map(({ host, port }): DiscoveredServer => {
    // RFC 6186 asks users to confirm a server in another domain: DNS answers can be forged.
    const isElsewhere = registrableDomain(domain) !== registrableDomain(host)
    const key = isElsewhere ? 'discovery.srvElsewhere' : 'discovery.srvNamed'
    const reason: Message = { key, params: { domain, host, service } }
    const defaults = presetDefaults(host)
    return { host, port, encryption, ...defaults, source: 'srv', confidence: 'high', reason }
  })
  return { servers, outcome: servers[0].reason }
}

/** What a domain publishes at one of its autoconfig URLs. */
export async function findByAutoconfig(
  context: DiscoveryContext,
  template: string
): Promise<SourceResult> {
  const { domain } = context
  const url = template.replaceAll('{domain}', domain)
  const params = { domain }
  const servers = await fetchServers(context, url, {
    source: 'autoconfig',
    confidence: 'high',
    reason: { key: 'discovery.published', params },
    oauthReason: { key: 'discovery.publishedOAuth', params },
  })
  const { host } = new URL(url)
  const none: Message = { key: 'discovery.publishedNone', params: { host } }
  return { servers, outcome: servers[0]?.reason ?? none }
}

/** Mozilla's entry for the domain. */
export function findByIspdb(context: DiscoveryContext): Promise<SourceResult> {
  const { domain } = context
  const params = { domain }
  return searchIspdb(context, domain, {
    source: 'ispdb',
    confidence: 'high',
    reason: { key: 'discovery.inDatabase', params },
    oauthReason: { key: 'discovery.inDatabaseOAuth', params },
  })
}

/** Mozilla's entry for the provider that receives the domain's mail. */
export async function findByIspdbOfMx(context: DiscoveryContext): Promise<SourceResult> {
  const { domain } = context
  const [mx] = (await context.mx()) ?? []
  const provider = registrableDomain(mx?.host ?? '')
  if (!provider.includes('.') || provider === domain) {
    return { servers: [], outcome: { key: 'discovery.databaseNotAsked' } }
  }
  const params = { provider, domain }
  return searchIspdb(context, provider, {
    source: 'ispdb',
    confidence: 'medium',
    reason: { key: 'discovery.inDatabaseOfMx', params },
    oauthReason: { key: 'discovery.inDatabaseOfMxOAuth', params },
  })
}

interface DocumentOrigin extends Origin {
  /** The reason to offer a server that accepts no passwords. */
  oauthReason: Message
}

async function searchIspdb(
  context: DiscoveryContext,
  name: string,
  origin: DocumentOrigin
): Promise<SourceResult> {
  const none: Message = { key: 'discovery.notInDatabase', params: { name } }
  const url = context.options.ispdbUrl.replaceAll('{domain}', name)
  try {
    const servers = await fetchServers(context, url, origin)
    return { servers, outcome: servers[0]?.reason ?? none }
  } catch (error) {
    if (error instanceof LookupError && error.reason.params?.status === 404) {
      return { servers: [], outcome: none }
    }
    throw error
  }
}

async function fetchServers(
  { domain, dns, signal, options }: DiscoveryContext,
  url: string,
  origin: DocumentOrigin
): Promise<DiscoveredServer[]> {
  const { allowPrivate } = options
  const xml = await fetchSafely(url, { dns, signal, allowPrivate })
  return parseAutoconfig(xml, domain).map((server) => toDiscovered(server, origin))
}

function toDiscovered(
  { host, port, encryption, usernameHint, isOAuthOnly }: OutgoingServer,
  { oauthReason, reason, source, confidence }: DocumentOrigin
): DiscoveredServer {
  const defaults = presetDefaults(host)
  return {
    host,
    port,
    encryption,
    ...defaults,
    usernameHint: defaults.usernameHint ?? usernameHint,
    source,
    confidence,
    reason: isOAuthOnly ? oauthReason : reason,
  }
}
