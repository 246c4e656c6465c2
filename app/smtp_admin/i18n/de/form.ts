import type en from '../en/form.js'
import type { Translation } from '../types.js'

export default {
  list: 'SMTP-Konfigurationen',
  addCrumb: 'Hinzufügen',
  addTitle: 'SMTP-Konfiguration hinzufügen',
  changeTitle: 'SMTP-Konfiguration ändern',
  viewTitle: 'SMTP-Konfiguration ansehen',
  required: '(erforderlich)',

  problemNotSaved: {
    one: 'Es gibt ein Problem: Nichts wurde gespeichert',
    other: 'Es gibt Probleme: Nichts wurde gespeichert',
  },
  problemNotTested: {
    one: 'Es gibt ein Problem: Nichts wurde getestet',
    other: 'Es gibt Probleme: Nichts wurde getestet',
  },
  passwordNotShown:
    'Alles andere ist so, wie Sie es eingegeben haben. Das Passwort wird nie wieder angezeigt: Geben Sie es noch einmal ein.',
  note: 'Hinweis',
  warning: 'Warnung',
  filledFromTest: 'Aus einem Test ausgefüllt: {fields}. Speichern Sie, um das zu behalten.',
  filledFromAddress:
    'Aus der Adresse dieser Seite ausgefüllt: {fields}. Speichern Sie, um das zu behalten.',
  newFromTest: 'Aus einem Test ausgefüllt. Speichern Sie, um das zu behalten.',
  passwordAgain:
    'Geben Sie das Passwort erneut ein: Es würde an einen anderen Server gesendet als den gespeicherten.',

  identity: 'Bezeichnung',
  name: 'Name',
  nameHelp: 'Wie Sie sie nennen, zum Beispiel Haupt-Mailserver.',
  active: 'Aktiv',
  activeHelp:
    'E-Mails gehen über die aktive Konfiguration. Wird diese aktiv, werden die anderen deaktiviert.',
  activeHelpTested:
    'E-Mails gehen über die aktive Konfiguration. Wird diese aktiv, werden die anderen deaktiviert. Sie muss zuerst, so wie sie gespeichert ist, einen Test bestehen.',

  provider: 'Anbieter',
  providerHelp:
    'Trägt ein, was über einen Anbieter bekannt ist. Alles davon lässt sich unten ändern.',
  providerRegions: 'Regionen von {provider}',
  providerRegion: '{provider}, {region}',
  providerNotes: 'Gut zu wissen über {provider}',
  providerDocs: 'Was {provider} dazu schreibt',
  usernameOf: 'Benutzername bei {provider}: {hint}.',
  passwordOf: 'Passwort bei {provider}: {hint}.',
  filled: 'Für {provider} ausgefüllt. Was Sie sonst eingegeben hatten, ist noch da.',
  undo: 'Rückgängig machen',
  undone: 'Die Felder sind wieder wie zuvor.',
  discover: 'Die Einstellungen zu einer E-Mail-Adresse finden',
  discoverHelp: 'Nicht sicher, was einzugeben ist?',

  server: 'Server',
  host: 'Host',
  hostHelp:
    'Zum Beispiel mail.example.com. Eine Adresse wie smtp://mail.example.com:587 wird in Host und Port zerlegt.',
  encryption: 'Verschlüsselung',
  starttls: 'STARTTLS',
  starttlsHelp: 'Meist Port 587. Bietet der Server es nicht an, wird nichts gesendet.',
  tls: 'TLS von Anfang an',
  tlsHelp: 'Meist Port 465. Oft SSL genannt.',
  none: 'Keine',
  noneHelp: 'Meist Port 25. E-Mails und Passwort werden im Klartext übertragen.',
  port: 'Port',
  portHelp: 'Von 1 bis 65535. Leer: der übliche für diese Verschlüsselung.',
  encryptionIsNow: 'Die Verschlüsselung ist jetzt {encryption}, wie für Port {port} üblich.',
  portIsNow: 'Der Port ist jetzt {port}, wie für diese Verschlüsselung üblich.',

  login: 'Anmeldung',
  username: 'Benutzername',
  usernameHelp: 'Leer lassen, wenn der Server keine Anmeldung verlangt.',
  password: 'Passwort',
  passwordHelp: 'Wird verschlüsselt gespeichert und nie wieder angezeigt.',
  passwordUnreadable:
    'Das gespeicherte Passwort lässt sich nicht entschlüsseln: APP_KEY wurde geändert, oder die Zeile wurde außerhalb der Anwendung verändert. Geben Sie das Passwort erneut ein.',
  keep: 'Das gespeicherte Passwort behalten',
  keepSetBy: 'Das gespeicherte Passwort behalten, gesetzt am {date} von {by}',
  keepSet: 'Das gespeicherte Passwort behalten, gesetzt am {date}',
  replace: 'Durch ein anderes ersetzen',
  remove: 'Entfernen, und den Benutzernamen mit ihm',
  removeHelp: 'E-Mails werden dann ohne Anmeldung gesendet.',
  newPassword: 'Neues Passwort',
  newPasswordHelp:
    'Ein gespeichertes Passwort wird nie an einen anderen Server gesendet: Ändern sich Host, Port, Verschlüsselung, Zertifikatsprüfung oder Benutzername, muss es erneut eingegeben werden.',
  show: 'Anzeigen',
  showTyped: 'Das eingegebene Passwort anzeigen',

  sender: 'Absender',
  fromEmail: 'Absenderadresse',
  fromEmailHelp:
    'Der Absender von Nachrichten, die keinen nennen. Leer: MAIL_FROM_ADDRESS aus der Umgebung.',
  fromName: 'Absendername',
  replyTo: 'Antwortadresse',

  advanced: 'Erweitert',
  advancedSummary: 'Zeitlimit, Zertifikatsprüfung, EHLO-Name und Notizen',
  timeout: 'Zeitlimit',
  timeoutHelp: 'So viele Sekunden wird auf jede Antwort des Servers gewartet, von 1 bis 300.',
  certificate: 'Zertifikat',
  check: 'Prüfen',
  checkHelp: 'Nur ein Server, der seinen Namen beweist, bekommt E-Mails und Passwort.',
  uncheck: 'Nicht prüfen',
  uncheckHelp:
    'Jeder dazwischen kann E-Mails und Passwort lesen. Nur für einen Server im eigenen Netz.',
  ehloName: 'EHLO-Name',
  ehloNameHelp: 'Wie sich diese Anwendung dem Server vorstellt. Leer: der Name der Maschine.',
  notes: 'Notizen',
  notesHelp: 'Für die nächste Person, die hier etwas ändert. Nie ein Passwort.',

  subjectActive: '{name} - {server} (aktiv)',
  subjectInactive: '{name} - {server} (inaktiv)',
  audit: 'Protokoll',
  scope: 'Bereich',
  added: 'Hinzugefügt',
  changed: 'Zuletzt geändert',
  addedBy: 'Hinzugefügt von',
  changedBy: 'Zuletzt geändert von',

  save: 'Speichern',
  saveAndContinue: 'Speichern und weiter bearbeiten',
  saveAndView: 'Speichern und ansehen',
  saveAndAddAnother: 'Speichern und weitere hinzufügen',
  saveAsNew: 'Als neue speichern',
  cancel: 'Abbrechen',
  close: 'Schließen',
  delete: 'Löschen',
  unsaved: 'Nicht gespeicherte Änderungen',
  mayEditAgain: 'Sie können sie unten weiter bearbeiten.',
  mayAddAnother: 'Sie können unten eine weitere hinzufügen.',

  copyOf: 'Kopie von {name}',
  copyOfAgain: 'Kopie {number} von {name}',
  copied:
    'Dies ist eine Kopie, die noch nicht gespeichert ist. Sie bekommt das gespeicherte Passwort nicht und ist nicht aktiv.',
  copiedForAccount: 'Die Kopie gehört zum Konto {account}.',

  yes: 'Ja',
  no: 'Nein',
  nothing: '–',
  checked: 'Wird geprüft',
  notChecked: 'Wird nicht geprüft',
  certificateNotChecked: 'Zertifikat wird nicht geprüft',
  set: 'Gesetzt',
  setUnreadable: 'Gesetzt, lässt sich aber nicht entschlüsseln: Jemand muss es erneut eingeben',
  notSet: 'Keines',
  seconds: { one: '{count} Sekunde', other: '{count} Sekunden' },

  doubt465:
    'Port 465 verlangt meist TLS von Anfang an: Mit einer anderen Verschlüsselung hängt die Verbindung in der Regel bis zum Zeitlimit.',
  doubt587:
    'Port 587 beginnt meist mit STARTTLS: Mit TLS von Anfang an bricht die Verbindung in der Regel ab.',
  doubt25:
    'Port 25 ist für E-Mails von Server zu Server: TLS von Anfang an wird dort selten angeboten.',
  doubtLogin25:
    'Port 25 ist für E-Mails von Server zu Server: Viele Netze sperren ihn, und Anmeldungen werden meist auf Port 587 oder 465 angenommen.',
  doubtClearText:
    'Ohne Verschlüsselung wird das Passwort im Klartext übertragen: Wer dazwischen ist, kann es lesen.',
  doubtCertificate:
    'Das Zertifikat des Servers wird nicht geprüft: Wer dazwischen ist, kann E-Mails und Passwort lesen.',
  doubtOtherDomain:
    'Die Absenderadresse gehört zu {from}, der Benutzername zu {username}: Viele Server weisen einen solchen Absender ab oder schreiben ihn um.',
  doubtFreeMail:
    'Die Absenderadresse ist eine von {provider}, die E-Mails gehen aber über einen anderen Server: Empfänger halten sie oft für gefälscht.',
} satisfies Translation<typeof en>
