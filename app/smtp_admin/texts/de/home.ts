import type en from '../en/home.js'
import type { Translation } from '../phrase.js'

export default {
  title: 'SMTP-Verwaltung',
} satisfies Translation<typeof en>
