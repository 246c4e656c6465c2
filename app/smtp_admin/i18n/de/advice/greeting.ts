import type en from '../../en/advice/greeting.js'
import type { Translation } from '../../types.js'

const WAITS_FOR_TLS =
  'Der Server wartet darauf, dass die Verschlüsselung beginnt, und sagt vorher nichts. Auf Port {port} heißt das TLS von Anfang an; diese Einstellungen erwarten dagegen eine unverschlüsselte Begrüßung.'

const SET_TLS = 'Setzen Sie die Verschlüsselung auf „TLS von Anfang an“.'

const LET_IN = 'Prüfen Sie, ob der Server die Adresse dieses Rechners hereinlässt.'

export default {
  'waits-for-tls.cause': WAITS_FOR_TLS,
  'waits-for-tls.step1': SET_TLS,

  'waits-for-tls-on-465.cause': WAITS_FOR_TLS,
  'waits-for-tls-on-465.step1': SET_TLS,

  'web-server.cause': 'Unter {host}, Port {port} antwortet ein Webserver, kein Mailserver.',
  'web-server.step1':
    'Setzen Sie den Port auf 587 mit STARTTLS, oder auf 465 mit TLS von Anfang an.',
  'web-server.step2':
    'Prüfen Sie, ob der Host der für ausgehende E-Mails (SMTP) ist und nicht der der Website.',

  'mailbox-server.cause':
    'Das ist ein Server zum Lesen von E-Mails (IMAP oder POP3). Zum Senden haben Anbieter einen anderen Port und oft einen anderen Host.',
  'mailbox-server.step1':
    'Setzen Sie den Port auf 465 mit TLS von Anfang an, oder auf 587 mit STARTTLS.',
  'mailbox-server.step2':
    'Wenn der Host mit imap oder pop beginnt, suchen Sie den für ausgehende E-Mails (SMTP) heraus.',

  'greets-nobody.cause':
    'Der Server unter {host}, Port {port} hat die Verbindung angenommen und dann seine Begrüßung nicht beendet. Entweder ist er kein Mailserver, oder er ist überlastet, oder er lässt Rechner warten, denen er nicht traut, oder eine Firewall unterwegs vertritt ihn.',
  'greets-nobody.step1': 'Prüfen Sie Host und Port.',
  'greets-nobody.step2':
    'Erhöhen Sie das Zeitlimit auf 30 Sekunden, und testen Sie noch einmal: Manche Server lassen Fremde warten.',
  'greets-nobody.step3': 'Fragen Sie Ihren Hoster, ob unterwegs etwas mitliest.',

  'hangs-up-before-greeting.cause':
    'Der Server unter {host}, Port {port} hat die Verbindung angenommen und wortlos aufgelegt. Meist lässt er diesen Rechner nicht herein, oder er will Verschlüsselung vom ersten Byte an.',
  'hangs-up-before-greeting.step1':
    'Prüfen Sie Host, Port und Verschlüsselung: Zu 465 gehört TLS von Anfang an.',
  'hangs-up-before-greeting.step2': LET_IN,
  'hangs-up-before-greeting.step3':
    'Warten Sie einige Minuten: Manche Server legen auf, wenn man sich zu oft verbindet.',

  'takes-no-mail.cause':
    'Der Server antwortet und sagt, dass er von hier keine E-Mails annimmt, oder überhaupt keine.',
  'takes-no-mail.step1':
    'Prüfen Sie, ob der Host der Ihres Anbieters für ausgehende E-Mails (SMTP) ist.',
  'takes-no-mail.step2':
    'Seine Antwort nennt vielleicht den Grund: Oft wird der Adresse dieses Rechners nicht vertraut.',

  'ehlo-name-refused.cause':
    'Dem Server gefällt der Name nicht, mit dem sich diese Anwendung vorstellt (EHLO): Meist will er einen vollständigen Namen wie mail.example.com.',
  'ehlo-name-refused.step1':
    'Setzen Sie den EHLO-Namen auf einen vollständigen Namen dieses Rechners, den das DNS kennt.',
  'ehlo-name-refused.step2':
    'Wenn dieser Rechner keinen hat, nehmen Sie die Domain Ihrer Absenderadresse.',

  'ehlo-unknown.cause':
    'Der Server kennt EHLO nicht, ohne das es weder Verschlüsselung noch Anmeldung gibt. Er ist sehr alt, oder eine Firewall dazwischen verbirgt, was er kann.',
  'ehlo-unknown.step1':
    'Schalten Sie in der Firewall die Untersuchung von SMTP ab („SMTP fixup“, „ESMTP inspection“).',
  'ehlo-unknown.step2':
    'Versuchen Sie Port 587, oder 465 mit TLS von Anfang an: Firewalls lassen diese meist in Ruhe.',

  'ehlo-refused.cause':
    'Der Server hat den Namen abgelehnt, mit dem sich diese Anwendung vorstellt (EHLO), oder diesen Rechner.',
  'ehlo-refused.step1':
    'Setzen Sie den EHLO-Namen auf einen vollständigen Namen dieses Rechners, den das DNS kennt, zum Beispiel mail.example.com.',
  'ehlo-refused.step2': LET_IN,

  'no-smtp.cause': 'Was unter {host}, Port {port} antwortet, spricht kein SMTP.',
  'no-smtp.step1':
    'Prüfen Sie Host und Port: E-Mails gehen über 587 mit STARTTLS hinaus, oder über 465 mit TLS von Anfang an.',
  'no-smtp.step2':
    'Sehen Sie in der Aufzeichnung unten nach, was er gesagt hat: Oft nennt er sich selbst.',
} satisfies Translation<typeof en>
