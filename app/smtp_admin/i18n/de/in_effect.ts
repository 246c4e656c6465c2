import type en from '../en/in_effect.js'
import type { Translation } from '../types.js'

export default {
  title: 'Zurzeit in Kraft',
  environment: 'Der Server aus der Umgebung',
  nothing: 'Kein Mailserver: Es können keine E-Mails gesendet werden',
  unencrypted: 'unverschlüsselt',
  unchecked: 'Zertifikat nicht geprüft',
  tested: 'getestet {ago}',
  test: 'Diesen Server testen',

  becauseSite: 'Weil dies die aktive Konfiguration der Website ist.',
  becauseSiteAsKnown:
    'Weil dies die aktive Konfiguration der Website war, als die Datenbank zuletzt gelesen werden konnte. Jetzt ist das nicht möglich: {problem}',
  becauseAccount: 'Weil dies die aktive Konfiguration des Kontos ist.',
  becauseAccountAsKnown:
    'Weil dies die aktive Konfiguration des Kontos war, als die Datenbank zuletzt gelesen werden konnte. Jetzt ist das nicht möglich: {problem}',

  how: 'So wurde entschieden',
  step: '{source}: {state}.',
  site: 'Datenbank',
  account: 'Konto',
  environmentStep: 'Umgebung',
  used: 'verwendet',
  next: 'nicht benötigt',
  unusable: 'nicht verwendbar',
  absent: 'keine',
} satisfies Translation<typeof en>
