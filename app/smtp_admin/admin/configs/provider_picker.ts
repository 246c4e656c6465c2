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
import { type Input, TEXT_FIELDS, textOf } from './form_input.js'

/** A link that fills the form in for a provider, by its address or in place by the script. */
export interface ProviderLink {
  label: string
  url: string
  isChosen: boolean
  /** The provider, with its region. */
  name: string
  /** The values of fields by their names, as JSON. A username is empty where everybody has another. */
  values: string
  usernameHint: string
  passwordHint: string
}

/** A provider of the picker with what is to be known about it. */
export interface ShownProvider {
  id: string
  /** What it is called, without a region. */
  name: string
  link: ProviderLink
  isChosen: boolean
  regions: ProviderLink[]
  notes: string[]
  docs: string | null
}

/** What an address says that chose a provider before, which the next choice replaces. */
const REPLACED = ['host', 'port', 'username']

/** The provider that the address of the form to add names, in the region that it names. */
export function chosenPreset(query: Input): Preset | null {
  return findPreset(textOf(query.provider), textOf(query.region))
}

/**
 * The providers that are offered, the chosen one among them. A link keeps what else the address says,
 * as far as the form knows it.
 */
export function providerPicker(
  query: Input,
  translate: Translator,
  urlTo: PageUrl
): ShownProvider[] {
  const chosen = chosenPreset(query)
  const featured = featuredPresets()
  const isOther = chosen !== null && !featured.some(({ id }) => id === chosen.id)
  const offered = isOther
    ? [...featured, allPresets().find(({ id }) => id === chosen.id)!]
    : featured
  const kept = keptOf(query)
  return offered.map((preset) => {
    const isChosen = preset.id === chosen?.id
    const address = (place: UrlQuery) => {
      return urlTo('configs.add', {}, { ...kept, provider: preset.id, ...place })
    }
    return {
      id: preset.id,
      name: nameOf(preset, translate),
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
  const provider = nameOf(preset, translate)
  const place = region && nameOf(region, translate)
  return {
    label: place ?? provider,
    name: place ? translate('form.providerRegion', { provider, region: place }) : provider,
    values: JSON.stringify(valuesOf(preset)),
    ...hintsOf(preset, translate),
  }
}

/** What is filled in for a provider. A server of one's own has a host that nobody knows beforehand. */
export function valuesOf({ host, port, encryption, username }: Preset): Record<string, string> {
  return {
    ...(host !== null && { host }),
    port: String(port),
    encryption,
    username: username ?? '',
  }
}

/** What username and password are at a provider, in sentences. */
export function hintsOf(preset: Preset, translate: Translator) {
  const provider = nameOf(preset, translate)
  const hint = (text: PresetText) => ({ provider, hint: presetText(translate, text) })
  return {
    usernameHint: translate('form.usernameOf', hint(preset.usernameHint)),
    passwordHint: translate('form.passwordOf', hint(preset.passwordHint)),
  }
}

function keptOf(query: Input): UrlQuery {
  const names = TEXT_FIELDS.filter((field) => !REPLACED.includes(field))
  const kept = [...names, PRESERVED].map((name): [string, string] => [name, textOf(query[name])])
  return Object.fromEntries(kept.filter(([, text]) => text !== ''))
}

function nameOf({ name }: Preset | Region, translate: Translator): string {
  return presetText(translate, name)
}
