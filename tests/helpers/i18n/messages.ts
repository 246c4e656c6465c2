import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { I18nManager, formatters, loaders } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import emitter from '@adonisjs/core/services/emitter'
import app from '@adonisjs/core/services/app'
import { getActiveTest } from '@japa/runner'

type Catalogue = Record<string, Record<string, string>>

/** The messages of a language in resources/lang, by key. */
export function readMessages(language: string): Map<string, string> {
  const path = new URL(`../../../resources/lang/${language}.json`, import.meta.url)
  const areas: Catalogue = JSON.parse(readFileSync(path, 'utf8'))
  return new Map(
    Object.entries(areas).flatMap(([area, messages]) => {
      return Object.entries(messages).map(([name, text]) => [`${area}.${name}`, text] as const)
    })
  )
}

/** The contents of `smtp_admin.json` by locale, as a host keeps it in resources/lang. */
export type HostMessageFiles = Record<string, object>

/** Gives the host messages of its own, in files, until the test ends. */
export async function useHostMessages(files: HostMessageFiles): Promise<void> {
  const folder = mkdtempSync(app.tmpPath('lang_'))
  for (const [locale, messages] of Object.entries(files)) {
    mkdirSync(join(folder, locale))
    writeFileSync(join(folder, locale, 'smtp_admin.json'), JSON.stringify(messages))
  }
  const manager = new I18nManager(emitter, {
    defaultLocale: 'en',
    supportedLocales: [...new Set(['en', 'de', ...Object.keys(files)])],
    fallbackLocales: {},
    formatter: await formatters.icu().resolver(app),
    loaders: [await loaders.fs({ location: folder }).resolver(app)],
  })
  await manager.loadTranslations()

  const { locale, getSupportedLocaleFor } = i18nManager
  i18nManager.locale = (name) => manager.locale(name)
  i18nManager.getSupportedLocaleFor = (languages) => manager.getSupportedLocaleFor(languages)
  getActiveTest()!.cleanup(() => {
    Object.assign(i18nManager, { locale, getSupportedLocaleFor })
    rmSync(folder, { recursive: true })
  })
}
