import type en from '../en/list.js'
import type { Translation } from '../types.js'

export default {
  title: 'SMTP-Konfigurationen',
  add: 'Konfiguration hinzufügen',

  searchLabel: 'Suche',
  searchHelp:
    'Name, Host, Benutzername oder Absenderadresse. Jedes Wort muss vorkommen; setzen Sie „Anführungszeichen“ um Wörter, die zusammengehören.',
  searchButton: 'Suchen',
  clearSearch: 'Suche zurücksetzen',

  filters: 'Filter',
  filtersOn: { one: 'Filter ({count} aktiv)', other: 'Filter ({count} aktiv)' },
  filterEncryption: 'Verschlüsselung',
  filterScope: 'Verwendet von',
  all: 'Alle',
  yes: 'Ja',
  no: 'Nein',
  scopeSite: 'Website',
  scopeAccounts: 'Konten',
  chips: 'Aktive Filter',
  chip: '{filter}: {value}',
  removeChip: 'Filter entfernen: {filter}: {value}',
  clearFilters: 'Alle Filter entfernen',

  starttls: 'STARTTLS',
  tls: 'TLS',
  noEncryption: 'Unverschlüsselt',

  columnStatus: 'Status',
  columnName: 'Name',
  columnServer: 'Server',
  columnActive: 'Aktiv',
  columnUpdated: 'Geändert',
  columnActions: 'Aktionen',
  sortBy: 'Sortieren nach:',
  ascending: 'aufsteigend sortiert, {place} von {count}',
  descending: 'absteigend sortiert, {place} von {count}',
  removeSort: 'Nicht nach „{column}“ sortieren',

  ofAccount: 'Konto {account}',
  activeSite: 'Aktiv für die Website',
  activeAccount: 'Aktiv für Konto {account}',
  inactive: 'Inaktiv',
  certificateUnchecked: 'Zertifikat nicht geprüft',
  unreadable: 'Geben Sie das Passwort erneut ein.',
  updatedBy: 'von {author}',
  test: 'Testen',

  count: { one: '{count} Konfiguration', other: '{count} Konfigurationen' },
  found: {
    one: '{count} Ergebnis ({total} insgesamt)',
    other: '{count} Ergebnisse ({total} insgesamt)',
  },
  pages: 'Seiten der Liste',
  page: 'Seite {page} von {pages}',
  showAll: 'Alle {count} anzeigen',
  showPages: 'Seitenweise anzeigen',

  emptyHeading: 'Noch keine SMTP-Konfigurationen',
  emptyText:
    'Eine Konfiguration ist ein Mailserver, über den diese Anwendung senden kann. Solange keine aktiv ist, ändert sich nichts: Was verwendet wird, steht oben unter „Zurzeit in Kraft“.',
  emptyAdd: 'Erste Konfiguration hinzufügen',
  emptyImport: 'Mit den Einstellungen der Umgebung beginnen',
  emptyImportNote:
    'Alles außer dem Passwort ist dann ausgefüllt. Aktiv wird die Konfiguration erst, wenn Sie sie aktivieren.',
  localInbox:
    'Dies ist keine Produktivumgebung: Mailpit oder ein ähnliches Programm auf diesem Rechner (localhost:1025) zeigt jede Nachricht an und stellt keine zu.',
  localInboxAdd: 'Einen solchen Posteingang hinzufügen',
  emptyFind: 'Einstellungen zu einer E-Mail-Adresse finden',
  nothingHeading: 'Nichts gefunden',
  nothingFound: 'Keine Konfiguration passt zu „{search}“.',
  nothingFoundFiltered: 'Keine Konfiguration passt zu „{search}“ und den aktiven Filtern.',
  nothingFiltered: 'Keine Konfiguration passt zu den aktiven Filtern.',
  nothingClear: {
    one: '{count} Konfiguration anzeigen',
    other: 'Alle {count} Konfigurationen anzeigen',
  },
} satisfies Translation<typeof en>
