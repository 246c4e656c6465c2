import { type CopyNamer, uniqueCopyName } from '../../actions/duplicate_configs.js'
import type { Translator } from '../../i18n/types.js'
import { SITE_SCOPE } from '../../models/scope.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpHistory } from '../../models/smtp_history.js'
import { isUuid } from '../http/find_config.js'
import { type FormValues, storedForm } from './config_form.js'
import { type Input, passwordMode, parseText } from './form_input.js'

/** The query parameter of the add form, and its hidden field, that names the original of a copy. */
export const DUPLICATE = 'duplicate'

/** Names copies in the language of the page. */
export function copyNamer(translate: Translator): CopyNamer {
  return (name, number) => {
    return translate(number === 1 ? 'form.copyOf' : 'form.copyOfAgain', { name, number })
  }
}

/** The configuration to copy; null: it does not exist. */
export async function findOriginal(id: unknown): Promise<SmtpConfig | null> {
  return typeof id === 'string' && isUuid(id) ? SmtpConfig.find(id) : null
}

/** The scope of a copy is the scope of its original, which may have been deleted since. */
export async function findScope(originalId: string): Promise<string> {
  if (!isUuid(originalId)) {
    return SITE_SCOPE
  }
  const original =
    (await SmtpConfig.find(originalId)) ?? (await SmtpHistory.findBy('config_id', originalId))
  return original?.scope ?? SITE_SCOPE
}

/** The add form of a copy: inactive, and without the stored password. */
export async function duplicateForm(
  original: SmtpConfig,
  translate: Translator
): Promise<FormValues> {
  return {
    ...storedForm(original),
    name: await uniqueCopyName(original.name, { scope: original.scope }, copyNamer(translate)),
    password_mode: 'replace',
    is_active: false,
    was_active: '0',
    seen: '',
    duplicate: original.id,
  }
}

/**
 * The input of “Save as new”: what was posted, under a name that is free, inactive, and without the
 * stored password, which must not be stored twice.
 */
export async function duplicateInput(input: Input, translate: Translator): Promise<Input> {
  const mode = passwordMode(input)
  const copy = { scope: SITE_SCOPE, id: parseText(input.new_id) }
  return {
    ...input,
    is_active: '',
    was_active: '0',
    name: await uniqueCopyName(parseText(input.name).trim(), copy, copyNamer(translate)),
    username: mode === 'remove' ? '' : input.username,
    password: mode === 'replace' ? input.password : '',
    password_mode: 'replace',
  }
}
