import type { Message } from '../../i18n/types.js'
import type { Preset } from '../presets/presets.js'
import { findPresetByHost, findPresetByMx, findPresetsByDomain } from '../presets/presets.js'
import { type SourceResult, type FoundServer, type Inquiry, isInternetName } from './inquiry.js'

/** The provider whose addresses are in this domain, or whose server was entered. */
export function findByPreset({
  domain,
  entered,
}: Pick<Inquiry, 'domain' | 'entered'>): SourceResult {
  const host = entered ?? domain
  const byHost = findPresetByHost(host)
  const found = byHost ? [byHost] : findPresetsByDomain(domain)
  const servers = found.flatMap((preset) => {
    const provider = preset.name
    const why: Message = byHost
      ? { key: 'discovery.knownServer', params: { host, provider } }
      : { key: 'discovery.knownDomain', params: { domain, provider } }
    return serverOf(preset, { source: 'preset', confidence: 'high', why })
  })
  const unknown: Message = { key: 'discovery.unknownDomain', params: { domain } }
  return { servers, outcome: servers[0]?.why ?? unknown }
}

/** The provider that takes mail for this domain: as a rule it sends its mail as well. */
export async function findByMx({ domain, mx }: Inquiry): Promise<SourceResult> {
  const records = await mx()
  const hosts = (records ?? []).filter(({ host }) => isInternetName(host))
  if (hosts.length === 0) {
    return {
      servers: [],
      outcome: records
        ? { key: 'discovery.noMx', params: { domain } }
        : { key: 'discovery.noName', params: { host: domain } },
    }
  }
  for (const { host } of hosts) {
    const preset = findPresetByMx(host)
    if (preset?.host) {
      const why: Message = {
        key: 'discovery.mxOfProvider',
        params: { domain, host, provider: preset.name },
      }
      const servers = serverOf(preset, { source: 'mx', confidence: 'medium', why })
      return { servers, outcome: why }
    }
  }
  const [{ host }] = hosts
  return { servers: [], outcome: { key: 'discovery.mxOfNobody', params: { domain, host } } }
}

function serverOf(
  { id, host, port, encryption, username, usernameHint }: Preset,
  told: Pick<FoundServer, 'source' | 'confidence' | 'why'>
): FoundServer[] {
  return host ? [{ host, port, encryption, username, usernameHint, presetId: id, ...told }] : []
}
