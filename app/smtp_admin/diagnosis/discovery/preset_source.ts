import type { Preset } from '../presets/preset.js'
import { presetOfHost, presetOfMx, presetsOfDomain } from '../presets/presets.js'
import { type Finding, type Inquiry, isInternetName } from './inquiry.js'
import type { DiscoveredServer } from './types.js'

/** The provider whose addresses are in this domain, or whose server was entered. */
export function findByPreset({ domain, entered }: Pick<Inquiry, 'domain' | 'entered'>): Finding {
  const byHost = presetOfHost(entered ?? domain)
  const found = byHost ? [byHost] : presetsOfDomain(domain)
  const servers = found.flatMap((preset) => {
    const reason = byHost
      ? `${entered ?? domain} is a known server of ${preset.label}.`
      : `Addresses of ${domain} belong to ${preset.label}, whose settings are known.`
    return serverOf(preset, { source: 'preset', confidence: 'high', reason })
  })
  return {
    servers,
    detail: servers.length > 0 ? servers[0].reason : `${domain} is no domain of a known provider.`,
  }
}

/** The provider that takes mail for this domain: as a rule it sends its mail as well. */
export async function findByMx({ domain, mx }: Inquiry): Promise<Finding> {
  const records = await mx()
  const hosts = (records ?? []).filter(({ host }) => isInternetName(host))
  if (hosts.length === 0) {
    const none = `${domain} names no host for its mail (MX).`
    return { servers: [], detail: records ? none : `${domain} does not exist in DNS.` }
  }
  for (const { host } of hosts) {
    const preset = presetOfMx(host)
    const reason = `Mail for ${domain} arrives at ${host}, which belongs to ${preset?.label}.`
    const servers = preset && serverOf(preset, { source: 'mx', confidence: 'medium', reason })
    if (servers && servers.length > 0) {
      return { servers, detail: reason }
    }
  }
  return {
    servers: [],
    detail: `Mail for ${domain} arrives at ${hosts[0].host}, which belongs to no known provider.`,
  }
}

function serverOf(
  { id, host, port, encryption, username, usernameHint }: Preset,
  why: Pick<DiscoveredServer, 'source' | 'confidence' | 'reason'>
): DiscoveredServer[] {
  return host ? [{ host, port, encryption, username, usernameHint, presetId: id, ...why }] : []
}
