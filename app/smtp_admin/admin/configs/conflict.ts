import type { DateTime } from 'luxon'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { SmtpHistory } from '../../models/smtp_history.js'
import type { MessageKey, Translator } from '../../i18n/types.js'
import { type FormValues, isActivityChosen } from './config_form.js'
import { type PasswordMode, isPasswordTyped, passwordMode } from './form_input.js'
import { type ShownChange, shownChanges, shownValue } from '../presenters/changes.js'
import type { ChangedMeanwhile } from './lost_update.js'
import type { Posted } from './posted.js'

/** What others have changed, beside what somebody entered. */
export interface Conflict {
  changes: { by: string; at: DateTime; fields: (ShownChange & { yours: string })[] }[]
  /** Whether a password was typed, which is not shown again. */
  isPasswordLost: boolean
}

const YOUR_PASSWORD: Record<PasswordMode, MessageKey> = {
  keep: 'saving.yoursKept',
  replace: 'saving.yoursReplaced',
  remove: 'saving.yoursRemoved',
}

/** A conflict in words. */
export function describeConflict(
  { changes }: ChangedMeanwhile,
  posted: Posted,
  translate: Translator
): Conflict {
  return {
    changes: changes.map((entry) => ({
      by: nameOf(entry, translate),
      at: entry.createdAt,
      fields: shownChanges(entry.changes, translate).map((change) => {
        return { ...change, yours: yoursBeside(change, posted, translate) }
      }),
    })),
    isPasswordLost: isPasswordTyped(posted.input),
  }
}

/**
 * A form as it goes on after a conflict: everything that was entered, made from the row as it is now,
 * so that it can be saved. Whoever has not touched “Active” leaves it as it is now.
 */
export function valuesAfter(
  { revision }: ChangedMeanwhile,
  { values }: Posted,
  { isActive }: SmtpConfig
): FormValues {
  return {
    ...values,
    seen: String(revision),
    is_active: isActivityChosen(values) ? values.is_active : isActive,
    was_active: isActive ? '1' : '0',
  }
}

function nameOf({ actorLabel, actorId }: SmtpHistory, translate: Translator): string {
  const by = actorLabel ?? actorId
  return by ? translate('saving.changedBy', { by }) : translate('saving.changedBySomebody')
}

/** What was entered for a field that somebody else has changed. */
function yoursBeside(
  change: ShownChange,
  { input, values }: Posted,
  translate: Translator
): string {
  const { field, now } = change
  if (field === 'password') {
    const mode = passwordMode(input)
    const isEmpty = mode === 'replace' && !isPasswordTyped(input)
    return translate(isEmpty ? 'changes.empty' : YOUR_PASSWORD[mode])
  }
  if (!(field in values)) {
    return translate('saving.yoursNone')
  }
  const entered = values[field as keyof FormValues]
  const value = field === 'verify_certificate' ? entered === '1' : entered
  const yours = shownValue(field, value, translate)
  return yours === now ? translate('saving.yoursSame') : yours
}
