import type en from '../en/discovery.js'
import type { Translation } from '../types.js'

export default {
  title: 'Einstellungen suchen',
  lead: 'Für eine E-Mail-Adresse oder eine Domain: welcher Server ihre E-Mails sendet. Gespeichert wird nichts.',
  address: 'E-Mail-Adresse oder Domain',
  addressHelp:
    'Zum Beispiel sie@example.com. Nachgesehen wird nur unter der Domain: im DNS, bei der Domain selbst und in Mozillas Datenbank der Anbieter.',
  search: 'Einstellungen suchen',
  enterYourself: 'Selbst eingeben',
  foundFor: 'Gefunden für {domain}',
  nothingFound: 'Nichts gefunden',
  nothingFoundFor:
    'Niemand, der gefragt wurde, kennt einen Server, der E-Mails für {domain} sendet. Fragen Sie, wer ihre E-Mails betreibt, nach Host, Port und Verschlüsselung.',
  whereWeLooked: 'Wo gesucht wurde',
  use: 'Diese Einstellungen verwenden',
  docs: 'Die Anleitung des Anbieters',
  username: 'Benutzername',
  password: 'Passwort',
  needs: 'Zuerst',
  limit: 'Grenze',
  high: 'Sicher',
  medium: 'Wahrscheinlich',
  low: 'Möglich',
  byPreset: 'Bekannte Anbieter',
  byMx: 'Wohin E-Mails an die Domain gehen (MX)',
  byAutoconfig: 'Der eigene Webserver der Domain',
  byIspdb: 'Mozillas Datenbank der Anbieter',
  bySrv: 'Das DNS der Domain (SRV)',
  byProbe: 'Server, die es geben könnte',
  nothingEntered:
    'Geben Sie eine E-Mail-Adresse oder eine Domain ein, zum Beispiel sie@example.com oder example.com.',
  unreadable:
    'Das ist nicht genau eine E-Mail-Adresse oder eine Domain. Geben Sie eine ein, zum Beispiel sie@example.com oder example.com.',
  ipAddress:
    'Das ist eine IP-Adresse. Geben Sie eine E-Mail-Adresse oder eine Domain ein, zum Beispiel example.com.',
  noDomain:
    'Das ist keine Domain des Internets. Geben Sie eine E-Mail-Adresse oder eine Domain ein, zum Beispiel example.com.',
  knownServer: '{host} ist ein bekannter Server von {provider}.',
  knownDomain: 'Adressen von {domain} gehören zu {provider}; die Einstellungen dort sind bekannt.',
  unknownDomain: '{domain} ist keine Domain eines bekannten Anbieters.',
  noMx: '{domain} nennt keinen Host für E-Mails (MX).',
  noName: '{host} gibt es im DNS nicht.',
  noAddress: '{host} hat im DNS keine Adresse.',
  notPublic: '{host} wurde nicht gefragt: Die Adresse ist keine öffentliche.',
  mxOfProvider: 'E-Mails an {domain} kommen bei {host} an. Dieser Server gehört zu {provider}.',
  mxOfNobody:
    'E-Mails an {domain} kommen bei {host} an. Dieser Server gehört zu keinem bekannten Anbieter.',
  published: '{domain} veröffentlicht diese Einstellungen für Mailprogramme.',
  publishedOAuth:
    '{domain} veröffentlicht diese Einstellungen für Mailprogramme, aber nur für OAuth 2, nicht für Passwörter.',
  publishedNone: 'Was {host} veröffentlicht, nennt keinen Server zum Senden.',
  inDatabase: 'Mozillas Datenbank der Mailanbieter kennt diese Einstellungen für {domain}.',
  inDatabaseOAuth:
    'Mozillas Datenbank der Mailanbieter kennt diese Einstellungen für {domain}, aber nur für OAuth 2, nicht für Passwörter.',
  inDatabaseOfMx:
    'Mozillas Datenbank kennt diese Einstellungen für {provider}; dort kommen die E-Mails an {domain} an.',
  inDatabaseOfMxOAuth:
    'Mozillas Datenbank kennt diese Einstellungen für {provider}, wo die E-Mails an {domain} ankommen, aber nur für OAuth 2, nicht für Passwörter.',
  notInDatabase: 'Mozillas Datenbank der Mailanbieter kennt {name} nicht.',
  databaseNotAsked: 'Mozillas Datenbank wurde nach keiner anderen Domain gefragt.',
  srvNamed: '{domain} nennt {host} im DNS ({service}).',
  srvElsewhere:
    '{domain} nennt {host} im DNS ({service}). Dieser Host liegt in einer anderen Domain: Vergewissern Sie sich, dass er der richtige ist.',
  srvNone: '{domain} nennt im DNS keinen Server ({service}).',
  srvRefused: '{domain} sagt im DNS, dass es keinen solchen Server gibt ({service}).',
  srvUnusable: 'Was {domain} im DNS nennt, ist kein Server ({service}).',
  answeredTls:
    '{host} hat auf Port {port} mit TLS von Anfang an geantwortet, mit gültigem Zertifikat.',
  answeredTlsUntrusted:
    '{host} hat auf Port {port} mit TLS von Anfang an geantwortet, aber dem Zertifikat wird für diesen Namen nicht vertraut.',
  answeredStarttls:
    '{host} hat auf Port {port} geantwortet und bietet STARTTLS an, mit gültigem Zertifikat.',
  answeredStarttlsUntrusted:
    '{host} hat auf Port {port} geantwortet und bietet STARTTLS an, aber dem Zertifikat wird für diesen Namen nicht vertraut.',
  answeredInClear:
    '{host} hat auf Port {port} geantwortet und bietet keine Verschlüsselung an: Ein Passwort würde im Klartext gesendet.',
  silent: '{host} hat auf den Ports {ports} nicht geantwortet.',
  notInTime: 'Es kam keine Antwort in der vorgesehenen Zeit.',
  dnsNotInTime: 'Die Nameserver haben nicht in der vorgesehenen Zeit geantwortet.',
  dnsNoAnswer: 'Die Nameserver haben keine Antwort gegeben ({code}).',
  noWebAddress: 'Für diese Domain gibt es keine Webadresse.',
  status: '{host} hat mit dem Status {status} geantwortet.',
  redirectedTooOften: '{host} hat zu oft weitergeleitet.',
  redirectedAway: '{host} hat auf eine Adresse weitergeleitet, der nicht gefolgt wird.',
  tooLong: '{host} hat mehr als {size} KB gesendet.',
  hostNotInTime: '{host} hat nicht in der vorgesehenen Zeit geantwortet.',
  hostNotAsked: '{host} konnte nicht gefragt werden ({problem}).',
  noConfigurationFile: 'Die Antwort ist keine Konfigurationsdatei für Mailprogramme.',
  documentType: 'Die Antwort hat einen Dokumenttyp; so etwas wird nicht gelesen.',
} satisfies Translation<typeof en>
