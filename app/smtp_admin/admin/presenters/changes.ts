import { toEncryption } from '../../models/encryption.js'
import { DEFINITIONS, type FieldColumn } from '../../models/config_fields.js'
import type { Changes } from '../../models/smtp_history.js'
import type { MessageKey, Translator } from '../../i18n/types.js'

/** A change of one field, in words. */
export interface ShownChange {
  /** The field of the form, or the column where the form has none. */
  field: string
  label: string
  /** What it was; null: a secret, of which only `now` is told. */
  old: string | null
  /** What it is since then; of a secret what happened to it. */
  now: string
}

type Label = Exclude<FieldColumn, 'use_tls' | 'use_ssl'> | 'encryption' | 'reason'

/** The fields in the order of the form. The two flags are one encryption. */
const LABELS: Label[] = [
  ...DEFINITIONS.map(([, { column }]) => (column === 'use_tls' ? 'encryption' : column)).filter(
    (column) => column !== 'use_ssl'
  ),
  'reason',
]

const PASSWORD: Record<string, MessageKey> = {
  set: 'changes.passwordSet',
  replaced: 'changes.passwordReplaced',
  removed: 'changes.passwordRemoved',
}

/**
 * An entry of the history in words, in the order of the form. The two flags are one encryption. A
 * column that only a later version knows comes last, as it is.
 */
export function shownChanges(changes: Changes, translate: Translator): ShownChange[] {
  const { use_tls: tls, use_ssl: ssl, ...others } = changes
  const told: Changes = { ...others }
  if (tls || ssl) {
    told.encryption = [encryptionAt(0, tls, ssl), encryptionAt(1, tls, ssl)]
  }
  const known = LABELS.filter((field) => field in told).map((field) => {
    const [old, now] = told[field]
    const label = translate(`changes.${field}`)
    return field === 'password'
      ? { field, label, old: null, now: translate(PASSWORD[String(now)] ?? PASSWORD.set) }
      : {
          field,
          label,
          old: shownValue(field, old, translate),
          now: shownValue(field, now, translate),
        }
  })
  return [...known, ...unknownChanges(told, translate)]
}

function unknownChanges(told: Changes, translate: Translator): ShownChange[] {
  const columns = Object.keys(told).filter((column) => !(LABELS as string[]).includes(column))
  return columns.map((column) => {
    const [old, now] = [told[column]].flat().map((value: unknown) => {
      const isText = value === null || typeof value === 'string'
      return shownValue(column, isText ? value : JSON.stringify(value), translate)
    })
    return { field: column, label: column, old, now: now ?? '' }
  })
}

/** A value of a field in words. */
export function shownValue(field: string, value: unknown, translate: Translator): string {
  if (value === null || value === undefined || value === '') {
    return translate('changes.empty')
  }
  switch (field) {
    case 'encryption':
      return translate(`changes.${value as 'starttls' | 'tls' | 'none'}`)
    case 'verify_certificate':
      return translate(value ? 'changes.checked' : 'changes.notChecked')
    case 'is_active':
      return translate(value ? 'changes.yes' : 'changes.no')
    case 'timeout':
      return translate('changes.seconds', { count: Number(value) })
    default:
      return String(value)
  }
}

/** Before a configuration was added, or after it was deleted, there is none. */
function encryptionAt(
  when: 0 | 1,
  tls: Changes[string] | undefined,
  ssl: Changes[string] | undefined
) {
  const flags = [tls?.[when], ssl?.[when]].filter((flag) => flag !== undefined)
  if (flags.every((flag) => flag === null)) {
    return null
  }
  return toEncryption({ useTls: Boolean(tls?.[when]), useSsl: Boolean(ssl?.[when]) })
}
