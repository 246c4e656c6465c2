import type { CustomPreset } from '../../types/main.js'

/** The presets of the app's config. Kept apart from the providers, which load on first use. */
export const customPresets: CustomPreset[] = []

export function setCustomPresets(presets: readonly CustomPreset[]): void {
  customPresets.splice(0, customPresets.length, ...presets)
}
