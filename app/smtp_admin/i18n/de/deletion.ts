import type en from '../en/deletion.js'
import type { Translation } from '../types.js'

export default {
  title: '{name} löschen',
  crumb: 'Löschen',
  heading: 'Diese Konfiguration löschen?',
  warning: 'Warnung',

  activeThenServer:
    'Diese Konfiguration ist aktiv. Ist sie gelöscht, gehen E-Mails über {name} ({address}).',
  activeThenEnvironment:
    'Diese Konfiguration ist aktiv. Ist sie gelöscht, gehen E-Mails über den Server der Umgebung ({address}).',
  activeThenNone:
    'Diese Konfiguration ist aktiv. Ist sie gelöscht, gibt es keinen Mailserver, und E-Mails können nicht gesendet werden.',
  accountThenServer:
    'Diese Konfiguration ist die aktive des Kontos {account}. Ist sie gelöscht, gehen die E-Mails dieses Kontos über {name} ({address}).',
  accountThenEnvironment:
    'Diese Konfiguration ist die aktive des Kontos {account}. Ist sie gelöscht, gehen die E-Mails dieses Kontos über den Server der Umgebung ({address}).',
  accountThenNone:
    'Diese Konfiguration ist die aktive des Kontos {account}. Ist sie gelöscht, gibt es für dieses Konto keinen Mailserver, und seine E-Mails können nicht gesendet werden.',
  inactive:
    'Sie ist nicht aktiv: Über sie gehen keine E-Mails, und ihr Löschen ändert daran nichts.',

  forGood:
    'Ihr Verlauf bleibt erhalten. Die Konfiguration selbst und ihr Passwort lassen sich nicht wiederherstellen.',
  confirm: 'Ja, löschen',
  back: 'Nein, zurück',

  already: '„{name}“ wurde bereits gelöscht.',
  alreadyBy: '„{name}“ wurde bereits von {by} gelöscht.',
} satisfies Translation<typeof en>
