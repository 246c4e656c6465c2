import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { I18nManager, formatters, loaders } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import emitter from '@adonisjs/core/services/emitter'
import app from '@adonisjs/core/services/app'
import { getActiveTest } from '@japa/runner'

/** The `smtp_admin.json` of each language, as the app has it in resources/lang. */
export type OwnTextFiles = Record<string, object>

/** Gives the app texts of its own for the pages, in files, until the test ends. */
export async function useOwnTexts(files: OwnTextFiles): Promise<void> {
  const folder = mkdtempSync(app.tmpPath('lang_'))
  for (const [locale, texts] of Object.entries(files)) {
    mkdirSync(join(folder, locale))
    writeFileSync(join(folder, locale, 'smtp_admin.json'), JSON.stringify(texts))
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
