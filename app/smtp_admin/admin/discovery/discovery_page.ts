import type {
  Attempt,
  DiscoveredServer,
  DiscoveryResult,
} from '../../diagnostics/discovery/context.js'
import {
  type Preset,
  type PresetText,
  findPreset,
  presetText,
} from '../../diagnostics/presets/presets.js'
import type { MessageKey, Translator } from '../../i18n/types.js'
import { format } from '../../i18n/format.js'
import type { PageContent } from '../http/page_renderer.js'
import { shownEncryption } from '../presenters/encryption.js'
import type { PageUrl } from '../http/urls.js'

const SOURCES: Record<Attempt['source'], MessageKey> = {
  preset: 'discovery.byPreset',
  mx: 'discovery.byMx',
  autoconfig: 'discovery.byAutoconfig',
  ispdb: 'discovery.byIspdb',
  srv: 'discovery.bySrv',
  probe: 'discovery.byProbe',
}

/** What came of asking. */
export interface DiscoveryView {
  /** As it was typed. */
  address: string
  /** Null: nothing was asked for yet, or it was refused. */
  result?: DiscoveryResult | null
  /** Why nobody was asked. */
  refusal?: { heading: string; text: string }
}

/** What the page shows: the field, and what was found, if it was asked for. */
export function discoveryPage(
  { address, result, refusal }: DiscoveryView,
  translate: Translator,
  urlTo: PageUrl
): PageContent {
  const title = translate('discovery.title')
  const problem = result?.problem ?? null
  return {
    title,
    crumbs: [{ text: translate('list.title'), url: urlTo('configs.index') }, { text: title }],
    hasErrors: problem !== null || refusal !== undefined,
    ...{ address, refusal },
    problem: problem && format(translate, problem),
    domain: result?.domain ?? null,
    servers: result?.servers.map((server) => shownServer(server, translate, urlTo)) ?? [],
    attempts: result?.attempts.map((attempt) => shownAttempt(attempt, translate)) ?? [],
  }
}

function shownServer(server: DiscoveredServer, translate: Translator, urlTo: PageUrl) {
  const { host, port, encryption, username, presetId, confidence, reason } = server
  const preset = presetId ? findPreset(presetId) : null
  const fields = { host, port, encryption, ...(username && { username }) }
  return {
    address: `${host}:${port}`,
    encryption: shownEncryption(translate, encryption),
    confidence: { level: confidence, word: translate(`discovery.${confidence}`) },
    reason: format(translate, reason),
    hints: hintsOf(server, preset, translate),
    docs: preset?.docs ?? null,
    provider: preset && presetText(translate, preset.name),
    useUrl: urlTo('configs.add', {}, fields),
  }
}

function hintsOf(
  { usernameHint }: DiscoveredServer,
  preset: Preset | null,
  translate: Translator
): { term: string; text: string }[] {
  const hints: [term: MessageKey, text: PresetText | null | undefined][] = [
    ['form.username', usernameHint],
    ['form.password', preset?.passwordHint],
    ['discovery.needs', preset?.needs],
    ['discovery.limit', preset?.limit?.message],
  ]
  return hints.flatMap(([term, text]) => {
    return text ? [{ term: translate(term), text: presetText(translate, text) }] : []
  })
}

function shownAttempt({ source, outcome }: Attempt, translate: Translator) {
  return { source: translate(SOURCES[source]), detail: format(translate, outcome) }
}
