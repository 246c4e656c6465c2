import type en from '../en/failures.js'
import type { Translation } from '../types.js'

export default {
  'answered': 'Der Server hat geantwortet: {answer}',
  'answered.no_starttls': 'Der Server bietet kein STARTTLS an und hat geantwortet: {answer}',
  'answered.no_login': 'Der Server bietet keine Anmeldung an und hat geantwortet: {answer}',

  'late': {
    one: 'Keine Antwort innerhalb von {count} Sekunde',
    other: 'Keine Antwort innerhalb von {count} Sekunden',
  },
  'late.lookup': {
    one: 'Kein Nameserver hat innerhalb von {count} Sekunde gesagt, wo der Server ist',
    other: 'Kein Nameserver hat innerhalb von {count} Sekunden gesagt, wo der Server ist',
  },
  'late.connect': {
    one: 'Innerhalb von {count} Sekunde kam keine Verbindung zustande',
    other: 'Innerhalb von {count} Sekunden kam keine Verbindung zustande',
  },
  'late.greeting': {
    one: 'Der Server hat die Verbindung angenommen und innerhalb von {count} Sekunde nicht gegrüßt',
    other:
      'Der Server hat die Verbindung angenommen und innerhalb von {count} Sekunden nicht gegrüßt',
  },
  'late.tls': {
    one: 'Innerhalb von {count} Sekunde wurde keine Verschlüsselung vereinbart',
    other: 'Innerhalb von {count} Sekunden wurde keine Verschlüsselung vereinbart',
  },

  'password_unreadable':
    'Das gespeicherte Passwort von „{name}“ lässt sich nicht entschlüsseln: APP_KEY hat sich geändert, oder die Zeile wurde außerhalb der App verändert. Geben Sie das Passwort noch einmal ein.',
  'no_name_or_dns': '{host} gibt es im DNS nicht, oder das DNS antwortet nicht',
  'no_name': '{host} gibt es im DNS nicht',
  'no_dns': 'Das DNS antwortet nicht, darum ist unbekannt, wo {host} ist',
  'refused': '{host} wurde erreicht, aber auf Port {port} lauscht nichts',
  'no_way': 'Von hier führt kein Weg zu {host}',
  'cut': 'Der Server hat die Verbindung abgebrochen',
  'closed': 'Der Server hat die Verbindung geschlossen',
  'waits_for_tls': 'Der Server sagt nichts: Auf Port {port} wartet er auf TLS',
  'no_tls': 'Was auf Port {port} antwortet, spricht kein TLS',
  'old_tls': 'Der Server kennt nur Verschlüsselung, die zu alt ist, um sicher zu sein',
  'tls_failed': 'Die Verschlüsselung ist fehlgeschlagen: Unverschlüsselt wurde nichts gesendet',
  'tls_failed_for': 'Die Verschlüsselung ist fehlgeschlagen: {reason}',

  'certificate_expired': 'Das Zertifikat des Servers ist abgelaufen',
  'certificate_not_yet_valid': 'Das Zertifikat des Servers ist noch nicht gültig',
  'certificate_revoked': 'Das Zertifikat des Servers wurde widerrufen',
  'certificate_for_another': 'Das Zertifikat des Servers ist nicht für {host} ausgestellt',
  'certificate_self_signed': 'Das Zertifikat des Servers ist selbst signiert',
  'certificate_unknown_issuer':
    'Das Zertifikat ist von einer Zertifizierungsstelle signiert, der hier nicht vertraut wird',
  'certificate_without_chain': 'Der Server zeigt nicht, wer sein Zertifikat signiert hat',

  'certificate.valid': {
    one: 'Es gilt für {names}, ausgestellt von {issuer}, noch einen Tag gültig',
    other: 'Es gilt für {names}, ausgestellt von {issuer}, noch {count} Tage gültig',
  },
  'certificate.ending':
    'Es gilt für {names}, ausgestellt von {issuer}, noch weniger als einen Tag gültig',
  'certificate.expired': {
    one: 'Es ist auf {names} ausgestellt, von {issuer}, vor einem Tag abgelaufen',
    other: 'Es ist auf {names} ausgestellt, von {issuer}, vor {count} Tagen abgelaufen',
  },
  'certificate.just_expired':
    'Es ist auf {names} ausgestellt, von {issuer}, vor weniger als einem Tag abgelaufen',
} satisfies Translation<typeof en>
