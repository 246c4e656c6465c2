import type en from '../en/actions.js'
import type { Translation } from '../types.js'

export default {
  label: 'Aktion',
  choose: 'Aktion wählen',
  go: 'Ausführen',
  bar: 'Aktionen für ausgewählte Konfigurationen',
  column: 'Auswahl',
  select: '{name} auswählen',
  selectPage: 'Alle auf dieser Seite auswählen',
  selectAcross: {
    one: 'Die {count} passende Konfiguration, auf allen Seiten',
    other: 'Alle {count} passenden Konfigurationen, auf allen Seiten',
  },
  counter: '{selected} von {shown} ausgewählt',
  test: 'Testen',
  activate: 'Aktivieren',
  deactivate: 'Deaktivieren',
  duplicate: 'Duplizieren, ohne Passwörter',
  delete: 'Löschen',
  noAction: 'Wählen Sie zuerst eine Aktion. Es wurde nichts geändert.',
  noneSelected: 'Wählen Sie zuerst mindestens eine Konfiguration aus. Es wurde nichts geändert.',
  gone: 'Die ausgewählten Konfigurationen wurden inzwischen gelöscht. Es wurde nichts geändert.',
  chooseOne:
    'Wählen Sie genau eine Konfiguration aus, um sie zu aktivieren: E-Mails eines Geltungsbereichs gehen immer nur über eine. Es wurde nichts geändert.',
  activeAlready: '„{name}“ ist bereits aktiv. Es wurde nichts geändert.',
  noneActive: 'Keine der ausgewählten Konfigurationen ist aktiv. Es wurde nichts geändert.',
  confirm: 'Bestätigen',
  back: 'Nein, zurück',
  changedMeanwhile:
    'Ihre Auswahl hat sich seit dem Öffnen der vorigen Seite geändert. Sehen Sie noch einmal nach: Bisher wurde nichts geändert.',
  more: { one: 'und {count} weitere', other: 'und {count} weitere' },
  active: 'aktiv',
  afterwards: 'Was das für E-Mails bedeutet',
  forSite: '{name}:',
  forScope: '{name}, von {scope}:',
  everywhere: 'Das gilt sofort für alle Prozesse der Anwendung; kein Neustart ist nötig.',
  deleteTitle: {
    one: '{count} Konfiguration löschen?',
    other: '{count} Konfigurationen löschen?',
  },
  deleteYes: { one: 'Ja, löschen', other: 'Ja, {count} löschen' },
  deleteNote:
    'Der Verlauf bleibt erhalten. Die Konfigurationen selbst und ihre Passwörter lassen sich nicht wiederherstellen.',
  noneAffected: 'Keine davon ist aktiv: Über sie werden derzeit keine E-Mails versendet.',
  deleted: {
    one: '{count} Konfiguration wurde gelöscht.',
    other: '{count} Konfigurationen wurden gelöscht.',
  },
  deactivateTitle: {
    one: '{count} Konfiguration deaktivieren?',
    other: '{count} Konfigurationen deaktivieren?',
  },
  deactivateYes: { one: 'Ja, deaktivieren', other: 'Ja, {count} deaktivieren' },
  deactivated: {
    one: '{count} Konfiguration wurde deaktiviert.',
    other: '{count} Konfigurationen wurden deaktiviert.',
  },
  duplicated: {
    one: '{count} Kopie wurde angelegt: inaktiv und ohne Zugangsdaten.',
    other: '{count} Kopien wurden angelegt: inaktiv und ohne Zugangsdaten.',
  },
  duplicatedNote:
    'Tragen Sie Benutzername und Passwort nach, wo der Server eine Anmeldung verlangt.',
  duplicateFewer:
    'Wählen Sie höchstens {most} Konfigurationen zum Duplizieren aus. Es wurde nichts geändert.',
  testFewer:
    'Wählen Sie höchstens {most} Konfigurationen für einen gemeinsamen Test aus. Es wurde nichts getestet.',
  tested: {
    one: '{count} Konfiguration wurde getestet: {passed} funktioniert.',
    other: '{count} Konfigurationen wurden getestet: {passed} davon funktionieren.',
  },
  testedNot: {
    one: '{count} wurde nicht getestet.',
    other: '{count} wurden nicht getestet.',
  },
} satisfies Translation<typeof en>
