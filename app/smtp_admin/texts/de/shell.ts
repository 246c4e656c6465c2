import type en from '../en/shell.js'
import type { Translation } from '../phrase.js'

export default {
  section: 'SMTP-Verwaltung',
  skip: 'Zum Hauptinhalt springen',
} satisfies Translation<typeof en>
