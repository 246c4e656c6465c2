import type { Translate } from '../../i18n/types.js'
import { english, say } from '../../i18n/format.js'
import type { Name, Preset, Provider, Region } from './preset.js'
import { PROVIDERS } from './providers.js'

const NOTHING = {
  kind: 'provider',
  username: null,
  needs: null,
  domains: [],
  mx: [],
  otherHosts: [],
  regions: [],
  limit: null,
  spf: [],
} as const

/** All presets, in the order in which they are offered. */
export const PRESETS: readonly Preset[] = PROVIDERS.map(complete)

/** Those that a picker shows first: the most used, and the two ways to a server of one's own. */
export const FEATURED: readonly Preset[] = [
  ...['gmail', 'office365', 'sendgrid', 'mailgun', 'ses', 'postmark', 'brevo', 'zoho'],
  ...['own-starttls', 'own-tls'],
].map((id) => PRESETS.find((preset) => preset.id === id)!)

/** The preset of this id, in this region if it has it, else where it is by itself. */
export function findPreset(id: string, regionId?: string): Preset | null {
  const preset = PRESETS.find((it) => it.id === id)
  const region = preset?.regions.find((it) => it.id === regionId)
  return preset ? inRegion(preset, region) : null
}

/** The preset whose server this is, in the region of that server. */
export function presetOfHost(host: string): Preset | null {
  const name = canonical(host)
  for (const preset of PRESETS) {
    const region = preset.regions.find((it) => it.host === name)
    if (region || preset.host === name || preset.otherHosts.includes(name)) {
      return inRegion(preset, region)
    }
  }
  return null
}

/** The presets whose addresses are in this domain: the closest first. */
export function presetsOfDomain(domain: string): Preset[] {
  return bySuffix(canonical(domain), ({ domains }) => domains ?? []).map(({ preset }) => preset)
}

/** The preset of the provider to whose MX host mail goes: the longest name that fits. */
export function presetOfMx(mxHost: string): Preset | null {
  return bySuffix(canonical(mxHost), ({ mx }) => mx ?? []).at(0)?.preset ?? null
}

/** What a preset or a region is called in a language. */
export function nameIn(translate: Translate, name: Name): string {
  return typeof name === 'string' ? name : say(translate, name)
}

/** Every host that is known, of every region, without those of developers' own machines. */
export function knownHosts(): string[] {
  const hosts = PRESETS.filter(({ host }) => host?.includes('.')).flatMap((preset) => [
    preset.host!,
    ...preset.otherHosts,
    ...preset.regions.map((region) => region.host),
  ])
  return [...new Set(hosts)]
}

function complete(provider: Provider): Preset {
  const regions = (provider.regions ?? []).map((it) => ({ ...it, label: nameIn(english, it.name) }))
  const label = nameIn(english, provider.name)
  const preset = { ...NOTHING, region: null, ...provider, regions, label }
  return { ...preset, region: preset.regions.find(({ host }) => host === preset.host)?.id ?? null }
}

function inRegion(preset: Preset, region: Region | undefined): Preset {
  return region ? { ...preset, host: region.host, region: region.id } : preset
}

function bySuffix(name: string, suffixesOf: (part: Preset | Region) => readonly string[]) {
  const matches = PRESETS.flatMap((preset) =>
    [preset, ...preset.regions].flatMap((part) =>
      suffixesOf(part)
        .filter((suffix) => name === suffix || name.endsWith(`.${suffix}`))
        .map((suffix) => ({
          suffix,
          preset: inRegion(preset, part === preset ? undefined : (part as Region)),
        }))
    )
  )
  return matches.sort((one, other) => other.suffix.length - one.suffix.length)
}

function canonical(name: string) {
  return name.trim().toLowerCase().replace(/\.$/, '')
}
