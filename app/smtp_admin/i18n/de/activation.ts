import type en from '../en/activation.js'
import type { Translation } from '../types.js'

export default {
  'crumb': 'Aktivieren',
  'title': 'Aktivieren | {name}',
  'heading': 'Diese Konfiguration aktivieren?',
  'headingTestFirst': 'Testen Sie diese Konfiguration zuerst',
  'warning': 'Warnung',
  'before.untested': 'Bevor Sie sie aktivieren: Sie wurde noch nicht getestet.',
  'before.failing': 'Bevor Sie sie aktivieren: Ihr letzter Test ist fehlgeschlagen.',
  'before.stale': 'Bevor Sie sie aktivieren: Ihre Verbindung wurde seit dem letzten Test geändert.',
  'before.unreadable': 'Bevor Sie sie aktivieren: Ihr Passwort lässt sich nicht entschlüsseln.',
  'refused.untested': 'Sie wurde nicht aktiviert: Sie wurde noch nicht getestet.',
  'refused.failing': 'Sie wurde nicht aktiviert: Ihr letzter Test ist fehlgeschlagen.',
  'refused.stale':
    'Sie wurde nicht aktiviert: Ihre Verbindung wurde seit dem letzten Test geändert.',
  'refused.unreadable': 'Sie wurde nicht aktiviert: Ihr Passwort lässt sich nicht entschlüsseln.',
  'policy':
    'Hier muss eine Konfiguration, so wie sie jetzt ist, einen Test bestehen, bevor sie aktiviert wird.',
  'changedSince':
    'Sie wurde geändert, nachdem Sie diese Seite geöffnet hatten: Sehen Sie sie sich noch einmal an.',
  'mayNotTest': 'Sie dürfen sie nicht testen: Fragen Sie jemanden, der es darf.',
  'enterPassword': 'Zuerst das Passwort noch einmal eingeben',
  'latestTest': 'Den letzten Test ansehen',
  'for': 'Gilt für E-Mails',
  'forSite': 'der Website und aller Konten ohne eigene aktive Konfiguration',
  'forAccount': 'des Kontos {account}',
  'now': 'Gilt jetzt',
  'afterwards': 'Danach',
  'replaces': 'Jetzt ist „{name}“ aktiv. Wenn Sie diese aktivieren, wird jene deaktiviert.',
  'replacesNone': 'Jetzt ist keine Konfiguration aktiv.',
  'unusable':
    'So kann sie nicht verwendet werden: E-Mails würden über den Server gesendet, der hier steht.',
  'everywhere':
    'Das gilt ab der nächsten E-Mail, für alle Prozesse der App zugleich. Nichts muss neu gestartet werden.',
  'test': 'Jetzt testen',
  'yes': 'Ja, aktivieren',
  'no': 'Nein, zurück',
  'make': 'Aktivieren',
  'deactivate': 'Deaktivieren',
  'without': 'Ohne Test',
  'withoutHelp':
    'Für den Fall, dass E-Mails nicht warten können. Der Verlauf behält den Grund, mit Ihrem Namen.',
  'reason': 'Grund',
  'reasonHelp': 'Eine Zeile, bis zu 500 Zeichen. Niemals ein Passwort.',
  'anyway': 'Trotzdem aktivieren',
} satisfies Translation<typeof en>
