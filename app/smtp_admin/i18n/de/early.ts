import type en from '../en/early.js'
import type { Translation } from '../types.js'

export default {
  expired: 'Die Seite war zu lange geöffnet',
  expiredNothing: 'Deshalb wurde nichts geändert.',
  expiredKept:
    'Ihre Eingaben stehen unten: Senden Sie sie noch einmal, oder kehren Sie mit ihnen zum Formular zurück.',
  expiredPassword:
    'Das eingegebene Passwort wird nicht aufbewahrt. Kehren Sie zum Formular zurück, und geben Sie es noch einmal ein.',
  expiredAgain: 'Falls Sie es noch möchten, wiederholen Sie es.',
  expiredSignIn:
    'Falls Sie zwischenzeitlich abgemeldet wurden, melden Sie sich zuerst in einem anderen Tab an.',
  expiredLive:
    'Die Seite war zu lange geöffnet: Laden Sie sie neu, und versuchen Sie es noch einmal.',
  typed: 'Ihre Eingaben',
  sendAgain: 'Noch einmal senden',
  tryAgain: 'Noch einmal versuchen',
  toForm: 'Zurück zum Formular',
  toStart: 'Zurück zum Anfang',

  foreignTitle: 'Dieses Formular kam von anderswo',
  foreign:
    'Es wurde nicht von diesen Seiten gesendet: Öffnen Sie die gewünschte Seite, und versuchen Sie es dort.',

  tooLarge: 'Es wurde zu viel gesendet',
  tooLargeAdvice:
    'Es wurde auf einmal mehr gesendet, als diese App liest. Gehen Sie im Browser zurück, und kürzen Sie Ihre Eingaben.',
} satisfies Translation<typeof en>
