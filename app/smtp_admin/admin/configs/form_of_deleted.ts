import { randomUUID } from 'node:crypto'
import type { Translator } from '../../i18n/types.js'
import type { Deletion } from '../http/find_config.js'
import type { Form } from './form_page.js'
import type { Posted } from './posted.js'

/** The form to add what was entered for a configuration that is gone. The password has to be entered again. */
export function formOfDeleted(
  { values }: Posted,
  { name, by }: Deletion,
  translate: Translator
): Form {
  return {
    config: null,
    values: {
      ...values,
      ...{ seen: '', new_id: randomUUID() },
      ...{ is_active: false, was_active: '0', password_mode: 'replace' },
    },
    notice: {
      tone: 'error',
      heading: translate('saving.deletedHeading'),
      text: by
        ? translate('saving.deletedMeanwhileBy', { name, by })
        : translate('saving.deletedMeanwhile', { name }),
    },
  }
}
