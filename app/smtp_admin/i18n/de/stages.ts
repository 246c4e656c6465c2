import type en from '../en/stages.js'
import type { Translation } from '../types.js'

export default {
  'title.settings': 'Einstellungen',
  'title.lookup': 'Namensauflösung',
  'title.connect': 'Verbindung',
  'title.greeting': 'Begrüßung',
  'title.ehlo': 'Vorstellung (EHLO)',
  'title.tls': 'Verschlüsselung',
  'title.authentication': 'Anmeldung',
  'title.sender': 'Absender',
  'title.recipient': 'Empfänger',
  'title.message': 'Nachricht',

  'state.passed': 'Bestanden',
  'state.failed': 'Fehlgeschlagen',
  'state.skipped': 'Übersprungen',
  'state.not_reached': 'Nicht erreicht',
  'state.cancelled': 'Abgebrochen',

  'finding.good': 'Gut',
  'finding.missing': 'Fehlt',
  'finding.doubtful': 'Zweifelhaft',
  'finding.unknown': 'Unbekannt',

  'verdict.passed': 'Funktioniert',
  'verdict.cancelled': 'Abgebrochen',
  'verdict.failed': 'Funktioniert nicht',
  'verdict.settings': 'Funktioniert nicht: Die Einstellungen sind ungültig',
  'verdict.lookup': 'Funktioniert nicht: Der Name wurde nicht gefunden',
  'verdict.connect': 'Funktioniert nicht: keine Verbindung',
  'verdict.greeting': 'Funktioniert nicht: keine Begrüßung',
  'verdict.ehlo': 'Funktioniert nicht: Die Vorstellung (EHLO) wurde abgelehnt',
  'verdict.tls': 'Funktioniert nicht: Verschlüsselung fehlgeschlagen',
  'verdict.authentication': 'Funktioniert nicht: Anmeldung fehlgeschlagen',
  'verdict.sender': 'Funktioniert nicht: Der Absender wurde abgelehnt',
  'verdict.recipient': 'Funktioniert nicht: Der Empfänger wurde abgelehnt',
  'verdict.message': 'Funktioniert nicht: Die Nachricht wurde abgelehnt',

  'try.host': 'Mit dem Host {host} versuchen',
  'try.port': 'Mit Port {port} versuchen',
  'try.port_none': 'Mit Port {port} ohne Verschlüsselung versuchen',
  'try.port_starttls': 'Mit Port {port} und STARTTLS versuchen',
  'try.port_tls': 'Mit Port {port} und TLS versuchen',
  'try.none': 'Ohne Verschlüsselung versuchen',
  'try.starttls': 'Mit STARTTLS versuchen',
  'try.tls': 'Mit TLS versuchen',
  'try.username': 'Mit dem Benutzernamen {username} versuchen',
  'try.no_username': 'Ohne Benutzernamen versuchen',
  'try.from': 'Mit der Absenderadresse {address} versuchen',

  'verbatim': '{text}',
  'cancelled': 'Abgebrochen',
  'valid': 'Die Einstellungen sind gültig',
  'found': 'Gefunden: {addresses}',
  'connected': 'Verbunden mit {address}, Port {port}',
  'greeted': 'Der Server sagt: {words}',
  'not_encrypted':
    'Es ist keine Verschlüsselung eingestellt: Unterwegs kann alles mitgelesen werden',
  'no_login': 'Es ist kein Benutzername eingestellt: Gesendet wird ohne Anmeldung',
  'logged_in': 'Angemeldet als {username}',
  'no_from_address': 'Es ist kein Absender bekannt: Die Konfiguration hat keine Absenderadresse',
  'no_sender': 'Es ist kein Absender bekannt',
  'accepted': '{address} wird angenommen',
  'no_mailbox':
    '{address} ist kein Postfach dieses Servers, was über andere nichts sagt. Nennen Sie einen Empfänger, um einen zu prüfen',
  'no_message': 'Es wurde keine Nachricht verlangt',
  'sent': 'Eine Nachricht an {address} wurde angenommen: {words}',

  'offers.nothing': 'Bietet nichts über das Nötigste hinaus',
  'offers.starttls': 'Bietet STARTTLS',
  'offers.login': 'Bietet Anmeldung mit {methods}',
  'offers.size': 'Bietet Nachrichten bis {megabytes} MB',
  'offers.starttls_login': 'Bietet STARTTLS, Anmeldung mit {methods}',
  'offers.starttls_size': 'Bietet STARTTLS, Nachrichten bis {megabytes} MB',
  'offers.login_size': 'Bietet Anmeldung mit {methods}, Nachrichten bis {megabytes} MB',
  'offers.starttls_login_size':
    'Bietet STARTTLS, Anmeldung mit {methods}, Nachrichten bis {megabytes} MB',

  'secured': '{protocol} mit {cipher}',
  'secured.valid': {
    one: '{protocol} mit {cipher}; das Zertifikat gilt für {names}, ausgestellt von {issuer}, noch einen Tag gültig',
    other:
      '{protocol} mit {cipher}; das Zertifikat gilt für {names}, ausgestellt von {issuer}, noch {count} Tage gültig',
  },
  'secured.ending':
    '{protocol} mit {cipher}; das Zertifikat gilt für {names}, ausgestellt von {issuer}, noch weniger als einen Tag gültig',
  'secured.expired': {
    one: '{protocol} mit {cipher}; das Zertifikat ist auf {names} ausgestellt, von {issuer}, vor einem Tag abgelaufen',
    other:
      '{protocol} mit {cipher}; das Zertifikat ist auf {names} ausgestellt, von {issuer}, vor {count} Tagen abgelaufen',
  },
  'secured.just_expired':
    '{protocol} mit {cipher}; das Zertifikat ist auf {names} ausgestellt, von {issuer}, vor weniger als einem Tag abgelaufen',

  'days_left': {
    one: 'noch {count} Tag, als getestet wurde',
    other: 'noch {count} Tage, als getestet wurde',
  },
  'days_expired': 'abgelaufen, als getestet wurde',
  'days_unreadable': 'unlesbarer Zeitpunkt',
} satisfies Translation<typeof en>
