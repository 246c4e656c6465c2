import { format } from '../../i18n/format.js'
import type { Message, Translator } from '../../i18n/types.js'
import type { Encryption } from '../../types/main.js'
import { customPresets } from './custom_presets.js'
import providers from './providers.json' with { type: 'json' }

/** A text that is the same in every language, or a message. */
export type PresetText = string | Message

/** A provider's servers in a part of the world. */
export interface Region {
  /** As the provider calls it, as in `eu-west-1`. */
  id: string
  name: PresetText
  host: string
  domains?: readonly string[]
  mx?: readonly string[]
}

/** A publicly documented sending limit that changes rarely. */
export interface SendingLimit {
  message: Message
  perMinute?: number
  perDay?: number
}

/** `own`: only port and encryption are known; `development`: an inbox that delivers nothing. */
export type PresetKind = 'provider' | 'own' | 'development'

/** The known settings of a provider. */
export interface Preset {
  id: string
  name: PresetText
  kind: PresetKind
  /** Null for `own`. */
  host: string | null
  port: number
  encryption: Encryption
  /** The username that everyone uses, as in `apikey`; null: it differs. */
  username: string | null
  /** What to enter, as in `your e-mail address`. */
  usernameHint: PresetText
  passwordHint: PresetText
  /** What to enable or set up at the provider first, in a sentence. */
  needs: PresetText | null
  /** The provider's own documentation. */
  docs: string | null
  /** The domains of its mailboxes, without those below them. */
  domains: readonly string[]
  /** The suffixes of its MX hosts. */
  mx: readonly string[]
  /** Other names of the same server. */
  otherHosts: readonly string[]
  regions: readonly Region[]
  /** The region of `host`; null: there are no regions. */
  region: string | null
  limit: SendingLimit | null
  /** An SPF record must include one of these; empty: the provider does not require it. */
  spf: readonly string[]
}

const DEFAULTS = {
  kind: 'provider',
  username: null,
  needs: null,
  docs: null,
  domains: [],
  mx: [],
  otherHosts: [],
  regions: [],
  limit: null,
  spf: [],
} as const

/**
 * All presets, in the order in which they are offered. The list began with the well-known services of
 * nodemailer (MIT-0). Where a provider documents other settings today, these are used.
 */
export const PRESETS = (providers as unknown as PresetData[]).map(withDefaults)

/** The presets that the provider picker shows first, after those of the app. */
export const FEATURED = [
  'gmail',
  'office365',
  'sendgrid',
  'mailgun',
  'ses',
  'postmark',
  'brevo',
  'zoho',
  'own-starttls',
  'own-tls',
].map((id) => PRESETS.find((preset) => preset.id === id)!)

export function allPresets(): Preset[] {
  return [...companyPresets(), ...PRESETS]
}

export function featuredPresets(): Preset[] {
  return [...companyPresets(), ...FEATURED]
}

/** @param regionId an unknown region means the preset's own */
export function findPreset(id: string, regionId?: string): Preset | null {
  const preset = allPresets().find((it) => it.id === id)
  const region = preset?.regions.find((it) => it.id === regionId)
  return preset ? inRegion(preset, region) : null
}

/** The preset of a server, in the region of that server. */
export function findPresetByHost(host: string): Preset | null {
  const name = normalize(host)
  for (const preset of allPresets()) {
    const region = preset.regions.find((it) => it.host === name)
    if (region || preset.host === name || preset.otherHosts.includes(name)) {
      return inRegion(preset, region)
    }
  }
  return null
}

/** The presets with mailboxes in a domain, the closest first. */
export function findPresetsByDomain(domain: string): Preset[] {
  return matchSuffix(normalize(domain), 'domains')
}

/** The preset of the provider that an MX host belongs to. */
export function findPresetByMx(host: string): Preset | null {
  return matchSuffix(normalize(host), 'mx').at(0) ?? null
}

/** A name, hint or note of a preset, in the translator's language. */
export function presetText(translate: Translator, text: PresetText): string {
  return typeof text === 'string' ? text : format(translate, text)
}

/** The hosts of all presets and regions, except local ones. */
export function knownHosts(): string[] {
  const hosts = allPresets()
    .filter(({ host }) => host?.includes('.'))
    .flatMap(({ host, otherHosts, regions }) => [
      host!,
      ...otherHosts,
      ...regions.map((region) => region.host),
    ])
  return [...new Set(hosts)]
}

function companyPresets(): Preset[] {
  return customPresets.map((preset) =>
    withDefaults({
      ...preset,
      usernameHint: preset.usernameHint ?? { key: 'providers.ownUsername' },
      passwordHint: preset.passwordHint ?? { key: 'providers.ownPassword' },
    })
  )
}

type RequiredFields =
  'id' | 'name' | 'host' | 'port' | 'encryption' | 'usernameHint' | 'passwordHint'

type PresetData = Pick<Preset, RequiredFields> & Partial<Preset>

function withDefaults(data: PresetData): Preset {
  const preset: Preset = { ...DEFAULTS, region: null, ...data }
  const region = preset.regions.find(({ host }) => host === preset.host)
  return { ...preset, region: region?.id ?? null }
}

function inRegion(preset: Preset, region: Region | undefined): Preset {
  return region ? { ...preset, host: region.host, region: region.id } : preset
}

/** The presets and regions with a suffix of this name, the longest suffix first. */
function matchSuffix(name: string, list: 'domains' | 'mx'): Preset[] {
  const isMatch = (suffix: string) => name === suffix || name.endsWith(`.${suffix}`)
  const matches = allPresets().flatMap((preset) => [
    ...preset[list].filter(isMatch).map((suffix) => ({ suffix, preset })),
    ...preset.regions.flatMap((region) =>
      (region[list] ?? []).filter(isMatch).map((suffix) => {
        return { suffix, preset: inRegion(preset, region) }
      })
    ),
  ])
  matches.sort((one, other) => other.suffix.length - one.suffix.length)
  return matches.map(({ preset }) => preset)
}

function normalize(name: string) {
  return name.trim().toLowerCase().replace(/\.$/, '')
}
