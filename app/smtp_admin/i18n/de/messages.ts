import type en from '../en/messages.js'
import type { Translation } from '../types.js'

export default {
  success: 'Erledigt',
  warning: 'Warnung',
  error: 'Fehler',
  label: 'Meldungen',
  expired:
    'Die Seite war zu lange geöffnet, deshalb ist nichts geschehen. Bitte versuchen Sie es noch einmal.',
  noConfig: 'Unter dieser Adresse gibt es keine SMTP-Konfiguration. Vielleicht wurde sie gelöscht?',
  noConfigOfId:
    'Es gibt keine SMTP-Konfiguration mit der ID „{id}“. Vielleicht wurde sie gelöscht?',
  test: 'Jetzt testen',
  open: '„{name}“ öffnen',
  goBack: 'Zurück zu „{name}“',
  goBackToEnvironment: 'Zurück zum Server aus der Umgebung',
  goBackToSite: 'Zurück zum Server der Website',
  goBackToNone: 'Wieder deaktivieren',
} satisfies Translation<typeof en>
