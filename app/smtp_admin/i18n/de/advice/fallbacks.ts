import type en from '../../en/advice/fallbacks.js'
import type { Translation } from '../../types.js'

const AGAIN_SOON = 'Testen Sie in einigen Minuten noch einmal.'

const ITS_WORDS = 'Seine Antwort, im Schritt oben, ist der beste Hinweis, den es gibt.'

const RECORD = 'Die Aufzeichnung unten zeigt alles, was gesagt wurde.'

const CHECK_SERVER = 'Prüfen Sie Host, Port und Verschlüsselung.'

const OTHER_RECIPIENT = 'Testen Sie mit einem anderen Empfänger.'

export default {
  'closing.cause':
    'Der Server beendet die Verbindung: Er ist beschäftigt, wird neu gestartet oder hat von diesem Rechner genug.',
  'closing.step1': AGAIN_SOON,
  'closing.step2': ITS_WORDS,

  'not-now.cause':
    'Der Server kann im Moment nicht weitermachen. Nach seinen eigenen Worten geht das vorbei: Ein Code, der mit 4 beginnt, heißt „jetzt nicht“.',
  'not-now.step1': AGAIN_SOON,
  'not-now.step2':
    'Wenn es so bleibt, fragen Sie den Anbieter; sehen Sie auf einem eigenen Server in sein Protokoll.',
  'not-now.step3': ITS_WORDS,

  'stopped-answering.cause':
    'Der Server hat gut angefangen und dann nicht geantwortet, oder nicht rechtzeitig.',
  'stopped-answering.step1':
    'Erhöhen Sie das Zeitlimit, und testen Sie noch einmal: Vielleicht ist er nur langsam.',
  'stopped-answering.step2':
    'Wenn er jedes Mal beim selben Schritt aufhört, untersucht vielleicht eine Firewall dazwischen E-Mails; fragen Sie Ihren Hoster.',
  'stopped-answering.step3': RECORD,

  'hung-up.cause': 'Der Server hat gut angefangen und dann aufgelegt.',
  'hung-up.step1': 'Testen Sie in einigen Minuten noch einmal: Vielleicht wurde er neu gestartet.',
  'hung-up.step2':
    'Wenn er jedes Mal beim selben Schritt auflegt, gefällt ihm nicht, was er dort hört: Prüfen Sie die Werte, die zu dem Schritt gehören.',
  'hung-up.step3': RECORD,

  'makes-no-sense.cause':
    'Der Server hat mit etwas geantwortet, das bei diesem Schritt keinen Sinn ergibt.',
  'makes-no-sense.step1': CHECK_SERVER,
  'makes-no-sense.step2':
    'Fragen Sie Ihren Hoster, ob etwas dazwischen Verbindungen zu Mailservern verändert.',
  'makes-no-sense.step3': RECORD,

  'fallback-settings.cause':
    'Diese Einstellungen sind hier nicht erlaubt, darum wurde keine Verbindung aufgebaut.',
  'fallback-settings.step1': 'Berichtigen Sie, was der Schritt nennt, und testen Sie noch einmal.',

  'fallback-lookup.cause': 'Es ließ sich nicht herausfinden, wo {host} ist.',
  'fallback-lookup.step1': 'Prüfen Sie den Host und die Nameserver dieses Rechners.',
  'fallback-lookup.step2': 'Testen Sie in einer Minute noch einmal.',

  'fallback-connect.cause': 'Es kam keine Verbindung zum Server zustande.',
  'fallback-connect.step1': 'Prüfen Sie Host und Port.',
  'fallback-connect.step2': 'Prüfen Sie, ob dieser Rechner Verbindungen nach außen aufbauen darf.',

  'fallback-greeting.cause': 'Der Server hat geantwortet, aber nicht willkommen geheißen.',
  'fallback-greeting.step1': CHECK_SERVER,
  'fallback-greeting.step2': ITS_WORDS,

  'fallback-ehlo.cause': 'Der Server hat die Vorstellung (EHLO) nicht angenommen.',
  'fallback-ehlo.step1': 'Setzen Sie den EHLO-Namen auf einen vollständigen Namen dieses Rechners.',
  'fallback-ehlo.step2': ITS_WORDS,

  'fallback-tls.cause':
    'Die Verbindung ließ sich nicht verschlüsseln, und unverschlüsselt wurde nichts gesendet.',
  'fallback-tls.step1':
    'Prüfen Sie Port und Verschlüsselung: Zu 465 gehört TLS, zu 587 und 25 STARTTLS.',
  'fallback-tls.step2': RECORD,

  'fallback-authentication.cause':
    'Der Server hat die Anmeldung aus einem eigenen Grund abgelehnt.',
  'fallback-authentication.step1':
    'Prüfen Sie Benutzername und Passwort, und ob das Konto über SMTP senden darf.',
  'fallback-authentication.step2': ITS_WORDS,

  'fallback-sender.cause': 'Der Server hat den Absender aus einem eigenen Grund abgelehnt.',
  'fallback-sender.step1': 'Prüfen Sie die Absenderadresse, und ob dieses Konto sie benutzen darf.',
  'fallback-sender.step2': ITS_WORDS,

  'fallback-recipient.cause': 'Der Server hat den Empfänger aus einem eigenen Grund abgelehnt.',
  'fallback-recipient.step1': OTHER_RECIPIENT,
  'fallback-recipient.step2': ITS_WORDS,

  'fallback-message.cause': 'Der Server hat die Nachricht aus einem eigenen Grund abgelehnt.',
  'fallback-message.step1': OTHER_RECIPIENT,
  'fallback-message.step2': ITS_WORDS,
  'fallback-message.step3': RECORD,
} satisfies Translation<typeof en>
