import type en from '../en/errors.js'
import type { Translation } from '../types.js'

export default {
  back: 'Zurück zu den SMTP-Konfigurationen',
  nothingChanged: 'Es wurde nichts geändert.',

  forbidden: 'Keine Berechtigung',
  mayNotView: 'Sie sind nicht berechtigt, die SMTP-Konfigurationen zu sehen.',
  mayNotAdd: 'Sie sind nicht berechtigt, SMTP-Konfigurationen hinzuzufügen.',
  mayNotChange: 'Sie sind nicht berechtigt, SMTP-Konfigurationen zu ändern.',
  mayNotDelete: 'Sie sind nicht berechtigt, SMTP-Konfigurationen zu löschen.',
  mayNotActivate:
    'Sie sind nicht berechtigt, SMTP-Konfigurationen zu aktivieren oder zu deaktivieren.',
  mayNotTest: 'Sie sind nicht berechtigt, SMTP-Konfigurationen zu testen.',
  askAdministrator: 'Wenn Sie das brauchen, wenden Sie sich an die Administration dieser Website.',
  closed: 'Diese Seiten sind für alle geschlossen: In config/smtp_admin.ts fehlt „authorize“.',

  notFound: 'Seite nicht gefunden',
  noPage: 'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie vertippt oder veraltet.',

  refused: 'Das ist nicht möglich',
  problems: 'Es gibt Probleme',
  nothingChangedBecause: 'Es wurde nichts geändert:',
  gone: 'Inzwischen gelöscht',
  deletedMeanwhile:
    'Die SMTP-Konfiguration ist inzwischen gelöscht worden, daher wurde nichts geändert. Was sie war, steht im Verlauf.',
  busy: 'Ausgelastet',
  testsRunning:
    'Es laufen so viele Tests, wie gleichzeitig laufen dürfen. Warten Sie, bis einer davon zu Ende ist, und testen Sie dann noch einmal.',
  tooManyTests: 'Zu viele Tests',
  testedTooOften: {
    one: 'Sie haben in kurzer Zeit zu oft getestet. Testen Sie in {count} Sekunde noch einmal.',
    other: 'Sie haben in kurzer Zeit zu oft getestet. Testen Sie in {count} Sekunden noch einmal.',
  },
  notMigrated: 'Die Datenbank ist nicht auf dem neuesten Stand',
  noTables:
    'Die Tabellen von adonis-smtp-admin sind noch nicht in der Datenbank. Führen Sie „node ace migration:run“ aus.',
  otherTables:
    'Die Tabellen von adonis-smtp-admin haben die Version {version}, und das installierte Paket arbeitet mit Version {expected}. Führen Sie „node ace configure adonis-smtp-admin“ aus, dann „node ace migration:run“.',

  failed: 'Etwas ist schiefgegangen',
  inLog:
    'Etwas ist fehlgeschlagen, das nicht hätte fehlschlagen dürfen. Der Grund steht im Protokoll.',
  inLogUnder:
    'Etwas ist fehlgeschlagen, das nicht hätte fehlschlagen dürfen. Der Grund steht im Protokoll unter der Anfrage-ID {id}.',
} satisfies Translation<typeof en>
