import type en from '../../en/advice/connecting.js'
import type { Translation } from '../../types.js'

const USUAL_PORTS =
  'Prüfen Sie den Port: Die meisten Anbieter nehmen E-Mails auf 587 mit STARTTLS an, oder auf 465 mit TLS von Anfang an.'

export default {
  'port-25-blocked.cause':
    'Auf Port 25 hat nichts geantwortet. Die meisten Hoster und Internetanbieter sperren diesen Port nach außen, weil Spam ihn benutzt.',
  'port-25-blocked.step1':
    'Benutzen Sie stattdessen Port 587 mit STARTTLS: Er ist für Anwendungen gedacht, die E-Mails senden.',
  'port-25-blocked.step2':
    'Wenn Ihr Anbieter nur Port 25 hat, bitten Sie Ihren Hoster, ihn für Sie zu öffnen.',

  'no-answer.cause':
    'Unter {host}, Port {port} hat nichts geantwortet. Meist verschluckt eine Firewall die Verbindung: die dieses Rechners, die Ihres Hosters oder die des Servers.',
  'no-answer.step1': USUAL_PORTS,
  'no-answer.step2':
    'Fragen Sie Ihren Hoster, ob er die Ports für E-Mails sperrt: Viele tun das, bis man sie bittet, sie zu öffnen.',
  'no-answer.step3':
    'Wenn Ihr Anbieter auch Port 2525 anbietet, versuchen Sie ihn: Er wird seltener gesperrt.',
  'no-answer.step4': 'Wenn der Server nur langsam ist, erhöhen Sie das Zeitlimit.',

  'refused-on-this-machine.cause': 'Auf diesem Rechner läuft auf Port {port} kein Mailserver.',
  'refused-on-this-machine.step1': 'Starten Sie den Mailserver, oder berichtigen Sie den Port.',
  'refused-on-this-machine.step2':
    'In einem Container ist localhost der Container selbst: Benutzen Sie den Namen des Dienstes, oder host.docker.internal für den Rechner darum herum.',

  'connection-refused.cause':
    'Der Rechner {host} wurde erreicht, sagt aber, dass auf Port {port} nichts lauscht.',
  'connection-refused.step1': USUAL_PORTS,
  'connection-refused.step2': 'Prüfen Sie, ob der Host der für ausgehende E-Mails (SMTP) ist.',
  'connection-refused.step3':
    'Prüfen Sie auf einem eigenen Server, ob er läuft und ob er nicht nur auf localhost lauscht.',

  'no-route.cause':
    'Von diesem Rechner führt kein Weg zu {host}: Das Netz ist ausgefallen, oder der Server ist in einem Netz, das von hier nicht erreichbar ist.',
  'no-route.step1':
    'Prüfen Sie, ob dieser Rechner am Netz ist und ob das VPN steht, falls der Server hinter einem liegt.',
  'no-route.step2':
    'Wenn der Schritt eine Adresse mit Doppelpunkten nennt (IPv6) und dieser Rechner kein IPv6 hat, fragen Sie den Betreiber des Servers nach einer IPv4-Adresse.',

  'not-permitted.cause':
    'Dieser Rechner lässt die Anwendung keine Verbindung zu Port {port} aufbauen: Eine Regel seiner eigenen Firewall oder seiner Sandbox verbietet es.',
  'not-permitted.step1':
    'Erlauben Sie in der Firewall, im Container oder in den Berechtigungen von Node ausgehende Verbindungen der Anwendung zu diesem Host und Port.',

  'connection-cut.cause':
    'Etwas unter {host}, Port {port} oder auf dem Weg dorthin hat die Verbindung sofort abgebrochen.',
  'connection-cut.step1':
    'Prüfen Sie, ob der Server die Adresse dieses Rechners hereinlässt: Manche führen eine Liste.',
  'connection-cut.step2':
    'Fragen Sie Ihren Hoster, ob eine Firewall Verbindungen zu Mailservern abbricht.',
  'connection-cut.step3': USUAL_PORTS,
} satisfies Translation<typeof en>
