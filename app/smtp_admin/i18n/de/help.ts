import type en from '../en/help.js'
import type { Translation } from '../types.js'

export default {
  title: 'Hilfe',
  intro: 'Was diese Seiten tun, in Kürze.',

  active: 'Was „aktiv“ bedeutet',
  activeIs:
    'Höchstens eine Konfiguration ist aktiv. Die nächste E-Mail, die die Anwendung versendet, geht durch sie: aus allen ihren Prozessen und ohne Neustart. Wird eine andere aktiv, wird sie deaktiviert.',

  order: 'Durch welchen Server E-Mails gehen',
  orderAccount:
    'Die aktive Konfiguration des Kontos, für das eine E-Mail versendet wird, wenn es eine eigene hat.',
  orderSite: 'Die aktive Konfiguration in der Datenbank.',
  orderEnvironment: 'Der Server der Umgebung: SMTP_HOST und die Variablen, die dazugehören.',
  orderNone: 'Ohne all das lassen sich keine E-Mails versenden, und die Anwendung erfährt davon.',
  orderShown: 'Was jetzt in Kraft ist, und warum, steht oben auf jeder Seite.',

  test: 'Einen Server testen',
  testIs:
    'Ein Test verbindet sich Schritt für Schritt mit dem Server: Er schlägt den Namen nach, verschlüsselt, meldet sich an und fragt, ob der Server eine Nachricht des Absenders annimmt. Er versendet keine, außer Sie geben eine Adresse dafür ein.',
  testStale:
    'Ein Test gilt für die Einstellungen, wie sie waren. Wird die Verbindung danach geändert, sagt er nichts mehr aus, und die Konfiguration gilt als seit dem Test geändert.',

  undo: 'Zurückkehren',
  undoIs:
    'Nach einem Wechsel führt eine Schaltfläche zu dem zurück, was vorher aktiv war. Sie ändert nichts, wenn inzwischen jemand anderes gewechselt hat.',
  undoDelete:
    'Eine gelöschte Konfiguration lässt sich mit ihrem Passwort nicht wiederherstellen. Ihr Verlauf bleibt erhalten.',

  environment: 'Der Server der Umgebung',
  environmentIs:
    'Er gehört zur Anwendung und lässt sich hier nicht ändern. Er wird verwendet, solange keine Konfiguration aktiv ist oder wenn die aktive nicht verwendet werden kann.',

  passwords: 'Passwörter',
  passwordsAre:
    'Ein Passwort wird verschlüsselt aufbewahrt und niemandem gezeigt. Es geht nur an den Server, für den es eingegeben wurde: Ändern sich Host, Port, Verschlüsselung, Zertifikatsprüfung oder Benutzername, muss es noch einmal eingegeben werden.',

  permissions: 'Wer was darf',
  permissionsAre:
    'Die Anwendung entscheidet, wer Konfigurationen sehen, hinzufügen, ändern, löschen, aktivieren und testen darf. Was Sie nicht dürfen, wird Ihnen nicht angeboten.',

  commands: 'Auf der Befehlszeile',
  commandValidate: 'Sagt, ob E-Mails funktionieren, durch welchen Server, und warum nicht.',
  commandActivate: 'Macht eine Konfiguration aktiv.',
  commandMore: 'Jeder Befehl erklärt sich mit {flag}.',
} satisfies Translation<typeof en>
