import type en from '../en/health.js'
import type { Translation } from '../types.js'

export default {
  working: 'Funktioniert',
  failing: 'Fehlgeschlagen',
  untested: 'Nicht getestet',
  stale: 'Veraltet',
  unreadable: 'Nicht entschlüsselbar',
  staleNote: 'seit dem letzten Test geändert',
} satisfies Translation<typeof en>
