import type en from '../en/resolution.js'
import type { Translation } from '../types.js'

export default {
  siteActive: '{label} ist die aktive Konfiguration in der Datenbank.',
  siteActiveAsKnown:
    '{label} ist die aktive Konfiguration in der Datenbank, soweit zuletzt bekannt: Die Datenbank konnte nicht gelesen werden ({problem}).',
  siteNone: 'In der Datenbank ist keine SMTP-Konfiguration aktiv.',
  siteNoneAsKnown:
    'In der Datenbank ist keine SMTP-Konfiguration aktiv, soweit zuletzt bekannt: Die Datenbank konnte nicht gelesen werden ({problem}).',
  accountActive: '{label} ist die aktive Konfiguration des Kontos.',
  accountActiveAsKnown:
    '{label} ist die aktive Konfiguration des Kontos, soweit zuletzt bekannt: Die Datenbank konnte nicht gelesen werden ({problem}).',
  accountNone: 'Das Konto hat keine eigene aktive SMTP-Konfiguration.',
  accountNoneAsKnown:
    'Das Konto hat keine eigene aktive SMTP-Konfiguration, soweit zuletzt bekannt: Die Datenbank konnte nicht gelesen werden ({problem}).',
  unreadDatabase: 'Die Datenbank konnte nicht gelesen werden ({problem}).',
  unreadablePassword:
    'Das gespeicherte Passwort von {label} kann nicht entschlüsselt werden: Geben Sie es neu ein.',
  environmentServer: 'SMTP_HOST nennt {server} in der Umgebung.',
  environmentNone: 'SMTP_HOST ist in der Umgebung nicht gesetzt.',
  environmentUnusable: 'Die Einstellungen der Umgebung sind nicht verwendbar. {problems}',
  environmentProblem: '{variable}: {problem}',
} satisfies Translation<typeof en>
