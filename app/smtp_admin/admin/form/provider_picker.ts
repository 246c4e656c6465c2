import type { Preset, Region } from '../../diagnosis/presets/preset.js'
import { FEATURED, PRESETS, findPreset } from '../../diagnosis/presets/presets.js'
import type { Phrase, Translate } from '../../texts/phrase.js'
import { say } from '../../texts/translate.js'
import { PRESERVED } from '../list/preserved_filters.js'
import type { PageUrl, UrlQuery } from '../urls.js'
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
  translate: Translate,
  urlTo: PageUrl
): ShownProvider[] {
  const chosen = chosenPreset(query)
  const isOther = chosen !== null && !FEATURED.some(({ id }) => id === chosen.id)
  const offered = isOther ? [...FEATURED, PRESETS.find(({ id }) => id === chosen.id)!] : FEATURED
  const kept = keptOf(query)

  return offered.map((preset) => {
    const isChosen = preset.id === chosen?.id
    const name = nameOf(preset, translate)
    const link = (label: string, shownName: string, region: Region | null): ProviderLink => {
      const filled = region ? findPreset(preset.id, region.id)! : preset
      const place: UrlQuery = region ? { region: region.id } : {}
      return {
        label,
        name: shownName,
        url: urlTo('configs.add', {}, { ...kept, provider: preset.id, ...place }),
        isChosen: isChosen && (region === null || region.id === chosen.region),
        values: JSON.stringify(valuesOf(filled)),
        ...hintsOf(preset, translate),
      }
    }
    return {
      id: preset.id,
      name,
      isChosen,
      link: link(name, name, null),
      regions: preset.regions.map((region) => {
        const place = nameOf(region, translate)
        const values = { provider: name, region: place }
        return link(place, translate('form.providerRegion', values), region)
      }),
      notes: [preset.needs, preset.limit?.words ?? null]
        .filter((phrase) => phrase !== null)
        .map((phrase) => say(translate, phrase)),
      docs: preset.docs,
    }
  })
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
export function hintsOf(preset: Preset, translate: Translate) {
  const provider = nameOf(preset, translate)
  const hint = (phrase: Phrase) => ({ provider, hint: say(translate, phrase) })
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

function nameOf({ name }: Preset | Region, translate: Translate): string {
  return typeof name === 'string' ? name : say(translate, name)
}
