import type en from '../../en/advice/encryption.js'
import type { Translation } from '../../types.js'

const SET_STARTTLS =
  'Setzen Sie die Verschlüsselung auf STARTTLS, und lassen Sie den Port, wie er ist.'

const SEE_LOG = 'Suchen Sie auf einem eigenen Server den Grund in seinem Protokoll.'

const PORT_AND_ENCRYPTION =
  'Prüfen Sie Port und Verschlüsselung: Zu 465 gehört TLS von Anfang an, zu 587 und 25 STARTTLS.'

export default {
  'tls-on-plain-port.cause':
    'Auf Port {port} beginnt der Server unverschlüsselt und verschlüsselt auf Verlangen. Diese Einstellungen beginnen mit TLS, was er nicht versteht.',
  'tls-on-plain-port.step1': SET_STARTTLS,

  'tls-unanswered-on-plain-port.cause':
    'Der Server hat auf Port {port} nicht auf TLS geantwortet. Dieser Port beginnt meist unverschlüsselt und geht mit STARTTLS weiter.',
  'tls-unanswered-on-plain-port.step1': SET_STARTTLS,
  'tls-unanswered-on-plain-port.step2':
    'Oder behalten Sie TLS von Anfang an, und setzen Sie den Port auf 465.',

  'encryption-wanted.cause':
    'Der Server verlangt eine verschlüsselte Verbindung, bevor es weitergeht, und in diesen Einstellungen ist keine Verschlüsselung gewählt.',
  'encryption-wanted.step1': SET_STARTTLS,

  'starttls-not-needed-here.cause':
    'Der Mailserver auf diesem Rechner bietet kein STARTTLS an. Das ist üblich: Was man ihm sagt, verlässt den Rechner nicht.',
  'starttls-not-needed-here.step1':
    'Setzen Sie die Verschlüsselung auf „Keine“. Für einen Server auf einem anderen Rechner tun Sie das nicht.',

  'starttls-not-offered.cause':
    'Auf Port {port} bietet der Server kein STARTTLS an. Es kann also nichts verschlüsselt werden, und es wurde nichts gesendet.',
  'starttls-not-offered.step1':
    'Versuchen Sie Port 465 mit TLS von Anfang an: Die meisten Anbieter haben ihn.',
  'starttls-not-offered.step2':
    'Wenn Ihr Anbieter STARTTLS auf diesem Port verspricht, nimmt etwas dazwischen es heraus: eine Firewall, die E-Mails untersucht, ein Virenscanner oder jemand, der mitlesen will. Fragen Sie Ihren Hoster.',
  'starttls-not-offered.step3': 'Wählen Sie „Keine“ nur für einen Server im eigenen Netz.',

  'starttls-refused-now.cause':
    'Der Server bietet STARTTLS an, kann aber im Moment nicht verschlüsseln.',
  'starttls-refused-now.step1': 'Testen Sie in einigen Minuten noch einmal.',
  'starttls-refused-now.step2':
    'Sehen Sie auf einem eigenen Server in sein Protokoll: Meist lässt sich das Zertifikat oder sein Schlüssel nicht lesen.',

  'starttls-refused.cause': 'Der Server bietet STARTTLS an und lehnt es dann ab.',
  'starttls-refused.step1': 'Versuchen Sie Port 465 mit TLS von Anfang an.',
  'starttls-refused.step2': SEE_LOG,

  'tls-too-old.cause':
    'Der Server kennt nur Verschlüsselung, die zu alt ist, um sicher zu sein (älter als TLS 1.2 oder mit zu kurzen Schlüsseln), und diese Anwendung benutzt sie nicht.',
  'tls-too-old.step1':
    'Bitten Sie den Betreiber, den Server zu aktualisieren, oder suchen Sie in den Hilfeseiten Ihres Anbieters nach einem neueren Hostnamen.',
  'tls-too-old.step2':
    'Bis dahin kann die Anwendung mit NODE_OPTIONS="--tls-min-v1.0 --tls-cipher-list=DEFAULT@SECLEVEL=0" gestartet werden. Das schwächt jede Verbindung, die sie aufbaut.',

  'client-certificate-wanted.cause':
    'Der Server verlangt von uns ein Zertifikat, und in diesen Einstellungen gibt es keines.',
  'client-certificate-wanted.step1':
    'Fragen Sie den Betreiber nach einem Port oder einem Host, der stattdessen Benutzername und Passwort annimmt.',

  'server-name-unknown.cause':
    'Der Server hat kein Zertifikat für {host}: Er selbst kennt sich unter einem anderen Namen.',
  'server-name-unknown.step1':
    'Setzen Sie den Host auf den Namen, den Ihr Anbieter für ausgehende E-Mails (SMTP) angibt.',

  'tls-refused.cause':
    'Der Server hat die Verschlüsselung abgebrochen: Er hat kein Verfahren gefunden, das beide Seiten kennen.',
  'tls-refused.step1':
    'Bitten Sie den Betreiber, den Server zu aktualisieren: Er sollte TLS 1.2 oder 1.3 anbieten.',
  'tls-refused.step2': SEE_LOG,

  'tls-unanswered.cause':
    'Der Server unter {host}, Port {port} hat die Verbindung angenommen und dann mit der Verschlüsselung nicht weitergemacht.',
  'tls-unanswered.step1': PORT_AND_ENCRYPTION,
  'tls-unanswered.step2':
    'Fragen Sie Ihren Hoster, ob eine Firewall verschlüsselte E-Mails untersucht.',
  'tls-unanswered.step3': SEE_LOG,

  'tls-garbled.cause':
    'Was von {host}, Port {port} zurückkam, als die Verschlüsselung beginnen sollte, war keine sinnvolle Verschlüsselung.',
  'tls-garbled.step1': PORT_AND_ENCRYPTION,
  'tls-garbled.step2': 'Fragen Sie Ihren Hoster, ob unterwegs etwas die Verbindung verändert.',
} satisfies Translation<typeof en>
