import {
  type Preset,
  type PresetText,
  type Region,
  allPresets,
  featuredPresets,
  findPreset,
  presetText,
} from '../../diagnostics/presets/presets.js'
import type { Translator } from '../../i18n/types.js'
import { PRESERVED } from '../http/back_to_list.js'
import type { PageUrl, UrlQuery } from '../http/urls.js'
import { type Input, TEXT_FIELDS, parseText } from './form_input.js'

/** A link that fills in the form for a provider. The script does that without loading the page. */
export interface ProviderLink {
  label: string
  url: string
  isChosen: boolean
  /** The provider, with its region. */
  name: string
  /** The values of the fields, as JSON. The username is empty if it is different for each user. */
  values: string
  usernameHint: string
  passwordHint: string
}

export interface ProviderView {
  id: string
  /** Without a region. */
  name: string
  link: ProviderLink
  isChosen: boolean
  regions: ProviderLink[]
  notes: string[]
  docs: string | null
}

/** The parameters that the choice of a provider replaces. */
const REPLACED = ['host', 'port', 'username']

/** The provider in the query string of the add form, with its region. */
export function chosenPreset(query: Input): Preset | null {
  return findPreset(parseText(query.provider), parseText(query.region))
}

/** The featured providers and the chosen one. Their links keep the other fields of the query string. */
export function providerPicker(
  query: Input,
  translate: Translator,
  urlTo: PageUrl
): ProviderView[] {
  const chosen = chosenPreset(query)
  const featured = featuredPresets()
  const isOther = chosen !== null && !featured.some(({ id }) => id === chosen.id)
  const offered = isOther
    ? [...featured, allPresets().find(({ id }) => id === chosen.id)!]
    : featured
  const kept = keptQuery(query)
  return offered.map((preset) => {
    const isChosen = preset.id === chosen?.id
    const address = (place: UrlQuery) => {
      return urlTo('configs.add', {}, { ...kept, provider: preset.id, ...place })
    }
    return {
      id: preset.id,
      name: presetName(preset, translate),
      isChosen,
      link: { ...linkTo(preset, null, translate), url: address({}), isChosen },
      regions: preset.regions.map((region) => ({
        ...linkTo(findPreset(preset.id, region.id)!, region, translate),
        url: address({ region: region.id }),
        isChosen: isChosen && region.id === chosen.region,
      })),
      notes: [preset.needs, preset.limit?.message ?? null]
        .filter((note) => note !== null)
        .map((note) => presetText(translate, note)),
      docs: preset.docs,
    }
  })
}

function linkTo(preset: Preset, region: Region | null, translate: Translator) {
  const provider = presetName(preset, translate)
  const place = region && presetName(region, translate)
  return {
    label: place ?? provider,
    name: place ? translate('form.providerRegion', { provider, region: place }) : provider,
    values: JSON.stringify(formValues(preset)),
    ...presentHints(preset, translate),
  }
}

/** The fields that a provider fills in. A server of the user's own has no known host. */
function formValues({ host, port, encryption, username }: Preset): Record<string, string> {
  return {
    ...(host !== null && { host }),
    port: String(port),
    encryption,
    username: username ?? '',
  }
}

/** What to enter as username and password, in sentences. */
export function presentHints(preset: Preset, translate: Translator) {
  const provider = presetName(preset, translate)
  const hint = (text: PresetText) => ({ provider, hint: presetText(translate, text) })
  return {
    usernameHint: translate('form.usernameOf', hint(preset.usernameHint)),
    passwordHint: translate('form.passwordOf', hint(preset.passwordHint)),
  }
}

function keptQuery(query: Input): UrlQuery {
  const names = TEXT_FIELDS.filter((field) => !REPLACED.includes(field))
  const kept = [...names, PRESERVED].map((name): [string, string] => [name, parseText(query[name])])
  return Object.fromEntries(kept.filter(([, text]) => text !== ''))
}

function presetName({ name }: Preset | Region, translate: Translator): string {
  return presetText(translate, name)
}
