import type { Phrase } from '../../i18n/types.js'
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
    const why: Phrase = byHost
      ? { key: 'discovery.knownServer', values: { host, provider } }
      : { key: 'discovery.knownDomain', values: { domain, provider } }
    return serverOf(preset, { source: 'preset', confidence: 'high', why })
  })
  const unknown: Phrase = { key: 'discovery.unknownDomain', values: { domain } }
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
        ? { key: 'discovery.noMx', values: { domain } }
        : { key: 'discovery.noName', values: { host: domain } },
    }
  }
  for (const { host } of hosts) {
    const preset = findPresetByMx(host)
    if (preset?.host) {
      const why: Phrase = {
        key: 'discovery.mxOfProvider',
        values: { domain, host, provider: preset.name },
      }
      const servers = serverOf(preset, { source: 'mx', confidence: 'medium', why })
      return { servers, outcome: why }
    }
  }
  const [{ host }] = hosts
  return { servers: [], outcome: { key: 'discovery.mxOfNobody', values: { domain, host } } }
}

function serverOf(
  { id, host, port, encryption, username, usernameHint }: Preset,
  told: Pick<FoundServer, 'source' | 'confidence' | 'why'>
): FoundServer[] {
  return host ? [{ host, port, encryption, username, usernameHint, presetId: id, ...told }] : []
}
