import type { Attempt, DiscoveredServer, DiscoveryResult } from '../../diagnosis/discovery/types.js'
import { findPreset } from '../../diagnosis/presets/presets.js'
import { ENCRYPTION_NAMES } from '../in_effect.js'
import type { PageContent } from '../pages.js'
import type { PageUrl } from '../urls.js'

const TITLE = 'Find settings'

const CONFIDENCE = { high: 'Sure', medium: 'Likely', low: 'Possible' }

const SOURCES: Record<Attempt['source'], string> = {
  preset: 'Known providers',
  mx: 'Where mail for the domain goes (MX)',
  autoconfig: 'The domain’s own web server',
  ispdb: 'Mozilla’s database of providers',
  srv: 'The domain’s DNS (SRV)',
  probe: 'Servers that may be there',
}

/** What the page shows: the field, and what was found, if it was asked for. */
export function discoveryPage(
  address: string,
  result: DiscoveryResult | null,
  urlTo: PageUrl
): PageContent {
  return {
    title: TITLE,
    crumbs: [{ text: 'SMTP configurations', url: urlTo('configs.index') }, { text: TITLE }],
    hasErrors: Boolean(result?.problem),
    address,
    problem: result?.problem ?? null,
    domain: result?.domain ?? null,
    servers: result?.servers.map((server) => shownServer(server, urlTo)) ?? [],
    attempts: result?.attempts.map(shownAttempt) ?? [],
  }
}

function shownServer(server: DiscoveredServer, urlTo: PageUrl) {
  const { host, port, encryption, username, usernameHint, presetId, confidence, reason } = server
  const preset = presetId ? findPreset(presetId) : null
  const fields = { host, port, encryption, ...(username && { username }) }
  return {
    address: `${host}:${port}`,
    encryption: ENCRYPTION_NAMES[encryption],
    confidence: CONFIDENCE[confidence],
    reason,
    hints: [
      usernameHint && { term: 'Username', text: usernameHint },
      preset && { term: 'Password', text: preset.passwordHint },
      preset?.needs && { term: 'First', text: preset.needs },
      preset?.limit && { term: 'Limit', text: preset.limit.words },
    ].filter((hint) => Boolean(hint)),
    docs: preset?.docs ?? null,
    provider: preset?.label ?? null,
    useUrl: urlTo('configs.add', {}, fields),
  }
}

function shownAttempt({ source, detail }: Attempt) {
  return { source: SOURCES[source], detail }
}
