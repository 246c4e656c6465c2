import type en from '../en/outcomes.js'
import type { Translation } from '../types.js'

export default {
  added: '„{name}“ wurde hinzugefügt.',
  addedAndActivated: '„{name}“ wurde hinzugefügt und aktiviert.',
  changed: '„{name}“ wurde geändert.',
  changedAndActivated: '„{name}“ wurde geändert und aktiviert.',
  changedAndDeactivated: '„{name}“ wurde geändert und deaktiviert.',
  changedKeepingPassword: '„{name}“ wurde geändert. Das gespeicherte Passwort wurde beibehalten.',
  changedAndActivatedKeepingPassword:
    '„{name}“ wurde geändert und aktiviert. Das gespeicherte Passwort wurde beibehalten.',
  changedAndDeactivatedKeepingPassword:
    '„{name}“ wurde geändert und deaktiviert. Das gespeicherte Passwort wurde beibehalten.',
  activated: '„{name}“ wurde aktiviert.',
  deactivated: '„{name}“ wurde deaktiviert.',
  deleted: '„{name}“ wurde gelöscht.',

  nextMail: 'Die nächste E-Mail wird darüber gesendet.',
  mailThrough: 'E-Mails werden über {name} ({address}) gesendet.',
  mailThroughEnvironment: 'E-Mails werden über den Server aus der Umgebung ({address}) gesendet.',
  noServer: 'Jetzt gibt es keinen Mailserver, und es können keine E-Mails gesendet werden.',
  withoutItThrough: 'Ohne diese Konfiguration werden E-Mails über {name} ({address}) gesendet.',
  withoutItThroughEnvironment:
    'Ohne diese Konfiguration werden E-Mails über den Server aus der Umgebung ({address}) gesendet.',
  withoutItNoServer:
    'Ohne diese Konfiguration gibt es keinen Mailserver, und es können keine E-Mails gesendet werden.',

  untested: 'Die Konfiguration wurde noch nicht getestet.',
  failing: 'Der letzte Test der Konfiguration ist fehlgeschlagen.',
  stale: 'Die Verbindung der Konfiguration wurde seit dem letzten Test geändert.',

  switchedTo:
    'Es wurde nichts geändert. Inzwischen wurde gewechselt und „{name}“ aktiviert: Entscheiden Sie neu, ausgehend von dem, was jetzt gilt.',
  switchedToBy:
    'Es wurde nichts geändert. {by} hat inzwischen gewechselt und „{name}“ aktiviert: Entscheiden Sie neu, ausgehend von dem, was jetzt gilt.',
  switchedToNone:
    'Es wurde nichts geändert. Inzwischen wurde gewechselt, und keine Konfiguration ist mehr aktiv: Entscheiden Sie neu, ausgehend von dem, was jetzt gilt.',
  switchedToNoneBy:
    'Es wurde nichts geändert. {by} hat inzwischen gewechselt und keine Konfiguration aktiv gelassen: Entscheiden Sie neu, ausgehend von dem, was jetzt gilt.',
} satisfies Translation<typeof en>
