import { randomUUID } from 'node:crypto'
import type { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { MessageKey, Translator } from '../../i18n/types.js'
import type { ConfigValues } from '../../models/config_validator.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpHistory } from '../../models/smtp_history.js'
import type { Author } from '../../types/main.js'
import type { Deletion } from '../http/find_config.js'
import { type ShownChange, shownChanges, shownValue } from '../presenters/changes.js'
import { type FormValues, isActivityChosen } from './config_form.js'
import { type PasswordMode, isPasswordTyped, passwordMode } from './form_input.js'
import type { Form } from './form_page.js'
import type { ConfigSubmission } from './submission.js'

const MAX_CHANGES = 50

/** A form would overwrite changes that its user has not seen. */
export class EditConflict extends Error {
  /** The revision after these changes. */
  readonly revision: number
  /** Oldest first. */
  readonly changes: SmtpHistory[]

  constructor(revision: number, changes: SmtpHistory[]) {
    super('The configuration has been changed since the form was displayed')
    this.revision = revision
    this.changes = changes
  }
}

/** An edit conflict as a page displays it. */
export interface ConflictView {
  changes: { by: string; at: DateTime; fields: (ShownChange & { yours: string })[] }[]
  isPasswordLost: boolean
}

/**
 * Finds changes that a form would overwrite. A change counts if the form has a field for it with
 * another value. Activating is no conflict, and sending a form twice is none.
 *
 * @param current the row as it is stored
 */
export async function findEditConflict(
  current: SmtpConfig,
  submission: ConfigSubmission,
  client?: QueryClientContract
): Promise<EditConflict | null> {
  const changes = await findUnseenChanges(current, submission.display, client)
  const stored = current.toColumns()
  const { attributes } = submission
  const isOverwriting = changedColumns(changes, stored).some((column) => {
    return column === 'password'
      ? isOtherPassword(current, submission, changes)
      : column in attributes && !isSame(stored[column], attributes[column])
  })
  return isOverwriting ? new EditConflict(current.revision, changes) : null
}

/**
 * The configuration that the same form has added before, if it was sent twice; null: the id in the
 * form belongs to another configuration.
 */
export async function findResubmission(
  id: string,
  { attributes, author, isActive = false }: ConfigSubmission
): Promise<SmtpConfig | null> {
  const config = await SmtpConfig.find(id)
  const entry = await SmtpHistory.query().where({ config_id: id, action: 'added' }).first()
  if (!config || !entry || !isChangeBy(entry, author)) {
    return null
  }
  const { password, ...others } = attributes
  const stored = config.toColumns()
  const isSameForm =
    isActive === config.isActive &&
    Object.entries(others).every(([column, value]) => isSame(stored[column], value)) &&
    (password ? matchesPassword(config, password) : !config.hasPassword)
  return isSameForm ? config : null
}

export function presentConflict(
  { changes }: EditConflict,
  submission: ConfigSubmission,
  translate: Translator
): ConflictView {
  return {
    changes: changes.map((entry) => ({
      by: presentAuthor(entry, translate),
      at: entry.createdAt,
      fields: shownChanges(entry.changes, translate).map((change) => {
        return { ...change, yours: presentYours(change, submission, translate) }
      }),
    })),
    isPasswordLost: isPasswordTyped(submission.input),
  }
}

/** The form after a conflict: what was entered, based on the revision that is displayed beside it. */
export function formAfterConflict(
  { revision }: EditConflict,
  { display }: ConfigSubmission,
  { isActive }: SmtpConfig
): FormValues {
  return {
    ...display,
    seen: String(revision),
    is_active: isActivityChosen(display) ? display.is_active : isActive,
    was_active: isActive ? '1' : '0',
  }
}

/** The form that adds a deleted configuration again. The password has to be entered again. */
export function formAfterDeletion(
  { display }: ConfigSubmission,
  { name, by }: Deletion,
  translate: Translator
): Form {
  return {
    config: null,
    values: {
      ...display,
      seen: '',
      new_id: randomUUID(),
      is_active: false,
      was_active: '0',
      password_mode: 'replace',
    },
    notice: {
      tone: 'error',
      heading: translate('errors.gone'),
      text: by
        ? translate('saving.deletedMeanwhileBy', { name, by })
        : translate('saving.deletedMeanwhile', { name }),
    },
  }
}

/** The changes since the form was displayed. Each of them has raised the revision by one. */
async function findUnseenChanges(
  { id, revision }: SmtpConfig,
  display: FormValues,
  client?: QueryClientContract
): Promise<SmtpHistory[]> {
  const seen = Number(display.seen)
  if (!Number.isInteger(seen) || seen < 1 || seen >= revision) {
    return []
  }
  const changes = await SmtpHistory.query({ client })
    .where('config_id', id)
    .whereNot('action', 'added')
    .orderBy('id', 'desc')
    .limit(Math.min(revision - seen, MAX_CHANGES))
  return changes.reverse()
}

/** The columns that have another value than before these changes. */
function changedColumns(changes: SmtpHistory[], stored: ConfigValues): string[] {
  const before = new Map<string, unknown>()
  for (const [column, [old]] of changes.flatMap((entry) => Object.entries(entry.changes))) {
    before.set(column, before.has(column) ? before.get(column) : old)
  }
  return [...before.keys()].filter((column) => {
    return column === 'password' || !isSame(stored[column], before.get(column))
  })
}

/** Whether a form would replace or remove a password that was changed since it was displayed. */
function isOtherPassword(
  current: SmtpConfig,
  { attributes: { password }, author }: ConfigSubmission,
  changes: SmtpHistory[]
): boolean {
  if (password === undefined) {
    return false
  }
  if (!password) {
    return current.hasPassword
  }
  const isOwn = changes
    .filter((entry) => 'password' in entry.changes)
    .every((entry) => isChangeBy(entry, author))
  return !isOwn || !matchesPassword(current, password)
}

/** Compare passwords only for the user who stored them: others could use the answer to guess. */
function matchesPassword(config: SmtpConfig, password: unknown): boolean {
  return typeof password === 'string' && (config.password?.equals(password) ?? false)
}

/** Whether a user made a change on the pages. Without an actor, the IP address decides. */
function isChangeBy(entry: SmtpHistory, { id, label, ip }: Author): boolean {
  const isSameActor = entry.source === 'admin' && entry.actorId === id && entry.actorLabel === label
  return isSameActor && (id !== null || entry.ip === ip)
}

function isSame(stored: unknown, entered: unknown): boolean {
  return String(stored ?? '') === String(entered ?? '')
}

function presentAuthor({ actorLabel, actorId }: SmtpHistory, translate: Translator): string {
  const by = actorLabel ?? actorId
  return by ? translate('saving.changedBy', { by }) : translate('saving.changedBySomebody')
}

const YOUR_PASSWORD: Record<PasswordMode, MessageKey> = {
  keep: 'saving.yoursKept',
  replace: 'saving.yoursReplaced',
  remove: 'saving.yoursRemoved',
}

/** The value that the form has for a field that was changed. */
function presentYours(
  { field, now }: ShownChange,
  { input, display }: ConfigSubmission,
  translate: Translator
): string {
  if (field === 'password') {
    const mode = passwordMode(input)
    const isEmpty = mode === 'replace' && !isPasswordTyped(input)
    return translate(isEmpty ? 'changes.empty' : YOUR_PASSWORD[mode])
  }
  if (!(field in display)) {
    return translate('saving.yoursNone')
  }
  const entered = display[field as keyof FormValues]
  const value = field === 'verify_certificate' ? entered === '1' : entered
  const yours = shownValue(field, value, translate)
  return yours === now ? translate('saving.yoursSame') : yours
}
