import type en from '../en/history.js'
import type { Translation } from '../types.js'

export default {
  title: 'Verlauf',
  titleOf: 'Verlauf von {name}',
  all: 'Verlauf aller Konfigurationen',
  tests: 'Tests',
  gone: 'Diese Konfiguration wurde gelöscht. Was mit ihr geschah, bleibt aufgezeichnet.',
  caption: 'Was getan wurde, das Neueste zuerst',

  columnTime: 'Zeit',
  columnAction: 'Aktion',
  columnChanges: 'Änderungen',
  columnBy: 'Von',

  added: 'Hinzugefügt',
  changed: 'Geändert',
  activated: 'Aktiviert',
  deactivated: 'Deaktiviert',
  deleted: 'Gelöscht',
  deletedSince: 'inzwischen gelöscht',

  fieldsThen: { one: '{count} Feld', other: '{count} Felder' },
  becomes: 'jetzt',
  reason: 'Grund: {reason}',

  somebody: 'Unbekannt',
  causedBy: 'veranlasst durch {who}',
  admin: 'Verwaltungsseiten',
  api: 'API',
  command: 'Befehl',
  code: 'Code',
  automatic: 'Automatisch',

  filterAction: 'Aktion',
  filterSource: 'Quelle',
  count: { one: '{count} Eintrag', other: '{count} Einträge' },

  emptyHeading: 'Kein Verlauf',
  empty: 'Noch wurde an keiner Konfiguration etwas getan. Jede Änderung wird hier aufgezeichnet.',
  emptyOf:
    'Wie diese Konfiguration entstanden ist, ist nicht bekannt. Wahrscheinlich wurde sie direkt in die Datenbank geschrieben.',
  nothingHeading: 'Nichts gefunden',
  nothing: 'Zu den gewählten Filtern passt kein Eintrag.',
  clear: 'Alle Einträge zeigen',
} satisfies Translation<typeof en>
