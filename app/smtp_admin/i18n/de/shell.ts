import type en from '../en/shell.js'
import type { Translation } from '../types.js'

export default {
  section: 'SMTP-Verwaltung',
  errorTitle: 'Fehler: {title}',
  skip: 'Zum Hauptinhalt springen',
  breadcrumbs: 'Sie sind hier',
  site: 'Website',
  parts: 'Bereiche der SMTP-Verwaltung',
  home: 'Übersicht',
  configs: 'Konfigurationen',
  tests: 'Tests',
  history: 'Verlauf',
  help: 'Hilfe',
  signedInAs: 'Angemeldet als',
  viewSite: 'Website ansehen',
  signOut: 'Abmelden',
  environment: 'Umgebung:',
  development: 'Entwicklung',
  staging: 'Vorstufe',
  test: 'Test',
} satisfies Translation<typeof en>
