import type en from '../en/home.js'
import type { Translation } from '../types.js'

export default {
  title: 'Übersicht',
  add: 'Konfiguration hinzufügen',
  find: 'Einstellungen suchen',

  attention: 'Braucht Aufmerksamkeit',
  fine: 'Zurzeit nichts.',
  fineInUse: 'Nichts, worüber E-Mails gehen.',
  idleFailing: {
    one: 'Bei {count} inaktiven Konfiguration ist der letzte Test fehlgeschlagen.',
    other: 'Bei {count} inaktiven Konfigurationen ist der letzte Test fehlgeschlagen.',
  },
  idleUnreadable: {
    one: 'Das Passwort von {count} inaktiven Konfiguration kann nicht entschlüsselt werden.',
    other:
      'Die Passwörter von {count} inaktiven Konfigurationen können nicht entschlüsselt werden.',
  },
  showIdle: { one: 'Anzeigen', other: 'Alle anzeigen' },
  error: 'Fehler:',
  warning: 'Warnung:',
  noServer: 'Es können keine E-Mails gesendet werden: Es gibt keinen verwendbaren Server.',
  failing: '„{name}“ ist aktiv, aber der letzte Test ist fehlgeschlagen.',
  unreadable:
    '„{name}“ ist aktiv, aber das Passwort kann nicht entschlüsselt werden: Geben Sie es neu ein.',
  stale: '„{name}“ ist aktiv, und die Verbindung wurde seit dem letzten Test geändert.',
  untested: '„{name}“ ist aktiv, wurde aber noch nie getestet.',
  clearText: '„{name}“ ist aktiv und sendet das Passwort im Klartext.',
  unchecked:
    '„{name}“ ist aktiv und prüft das Zertifikat des Servers nicht: Wer dazwischen sitzt, kann E-Mails und Passwort mitlesen.',
  certificateEnds: {
    one: 'Das Zertifikat des Servers von „{name}“ läuft in {count} Tag ab.',
    other: 'Das Zertifikat des Servers von „{name}“ läuft in {count} Tagen ab.',
  },
  certificateEnded: 'Das Zertifikat des Servers von „{name}“ ist seit dem letzten Test abgelaufen.',
  open: 'Öffnen',
  test: 'Testen',
  seeTest: 'Test ansehen',
  toList: 'Zu den Konfigurationen',

  configs: 'Konfigurationen',
  all: { one: 'Die {count} Konfiguration', other: 'Alle {count} Konfigurationen' },

  recent: 'Letzte Aktionen',
  noRecent: 'Noch wurde nichts getan.',
  history: 'Ganzer Verlauf',
} satisfies Translation<typeof en>
