import type en from '../en/saving.js'
import type { Translation } from '../types.js'

export default {
  conflictTitle: 'Zwischenzeitlich geändert',
  conflictHeading: 'Jemand anderes hat das zwischenzeitlich geändert',
  conflict:
    'Es wurde nichts gespeichert. Hier steht, was sich geändert hat, seit Sie das Formular geöffnet haben; Ihre Eingaben stehen unten im Formular. Speichern Sie sie über die Änderungen, oder übernehmen Sie diese vorher Feld für Feld.',
  conflictPassword:
    'Das eingegebene Passwort wird nicht wieder angezeigt: Geben Sie es noch einmal ein.',
  changesSince: 'Geändert, seit Sie das Formular geöffnet haben',
  changedBy: 'Von {by}',
  changedBySomebody: 'Von Unbekannt',
  yours: 'Ihre Eingabe',
  yoursSame: 'dasselbe',
  yoursNone: 'nicht in diesem Formular',
  yoursKept: 'das gespeicherte behalten',
  yoursReplaced: 'ein neues',
  yoursRemoved: 'entfernen',
  saveMine: 'Meine Eingaben darüber speichern',
  enterPassword: 'Passwort noch einmal eingeben',
  discardMine: 'Meine Eingaben verwerfen und zeigen, was gespeichert ist',
  entered: 'Ihre Eingaben',

  deletedHeading: 'Zwischenzeitlich gelöscht',
  deletedMeanwhile:
    '„{name}“ wurde zwischenzeitlich gelöscht, deshalb wurde nichts gespeichert. Ihre Eingaben stehen unten: Gespeichert werden sie neu hinzugefügt.',
  deletedMeanwhileBy:
    '„{name}“ wurde zwischenzeitlich von {by} gelöscht, deshalb wurde nichts gespeichert. Ihre Eingaben stehen unten: Gespeichert werden sie neu hinzugefügt.',
} satisfies Translation<typeof en>
