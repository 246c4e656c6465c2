import type { DateTime } from 'luxon'
import { SITE_SCOPE } from '../../models/scope.js'
import type { HistoryAction, SmtpHistory } from '../../models/smtp_history.js'
import type { MessageKey, Translator } from '../../i18n/types.js'
import type { ChangeSource } from '../../types/main.js'
import { type ShownChange, shownChanges } from '../presenters/changes.js'
import type { PageUrl } from '../http/urls.js'

/** An entry of the history as a page shows it. */
export interface ShownEntry {
  at: DateTime
  action: { name: string; icon: string; word: string }
  /** The configuration, by the name that it had then; null: the one that the whole page is about. */
  config: { name: string | null; url: string | null; isGone: boolean; scope: string | null }
  /** What was changed; nothing where the action says it all. */
  changes: ShownChange[]
  /** Whether the fields are those of a whole configuration, which few want to see. */
  isWhole: boolean
  reason: string | null
  by: { who: string; how: string; ip: string | null }
}

const ACTIONS: Record<HistoryAction, { icon: string; word: MessageKey }> = {
  added: { icon: '+', word: 'history.added' },
  changed: { icon: '✎', word: 'history.changed' },
  activated: { icon: '●', word: 'history.activated' },
  deactivated: { icon: '○', word: 'history.deactivated' },
  deleted: { icon: '×', word: 'history.deleted' },
}

const SOURCES: Record<ChangeSource, MessageKey> = {
  admin: 'history.admin',
  api: 'history.api',
  command: 'history.command',
  code: 'history.code',
  automatic: 'history.automatic',
}

/** A value of the longest column is cut short: it is there to be recognised. */
const LONGEST_VALUE = 160

/** What a page of entries is about, and which of the configurations are there still. */
export interface EntryContext {
  stored: Set<string>
  /** The configuration that entries are looked at for; null: for none. */
  of: { id: string; name: string } | null
}

/** An entry in words. What a later version wrote, and this one has no word for, is shown as it is. */
export function shownEntry(
  entry: SmtpHistory,
  { stored, of }: EntryContext,
  { translate, urlTo }: { translate: Translator; urlTo: PageUrl }
): ShownEntry {
  const { configId: id, action } = entry
  const { reason, ...changes } = entry.changes
  const isGone = !stored.has(id)
  const isHere = of?.id === id
  const isSwitch = action === 'activated' || action === 'deactivated'
  return {
    at: entry.createdAt,
    action: shownAction(action, translate),
    config: {
      name: isHere && of.name === entry.configName ? null : entry.configName,
      url: urlOf({ id, isGone, isHere }, urlTo),
      isGone: isGone && !isHere,
      scope: entry.scope === SITE_SCOPE ? null : entry.scope,
    },
    changes: isSwitch ? [] : shownChanges(changes, translate).map(shortChange),
    isWhole: action === 'added' || action === 'deleted',
    reason: reason ? String(reason[1]) : null,
    by: shownAuthor(entry, translate),
  }
}

/** What was done, in a word. */
export function shownAction(action: string, translate: Translator): ShownEntry['action'] {
  const known = ACTIONS[action as HistoryAction]
  return known
    ? { name: action, icon: known.icon, word: translate(known.word) }
    : { name: 'other', icon: '•', word: action }
}

/** Where a change came from, in words. */
export function shownSource(source: string, translate: Translator): string {
  const known = SOURCES[source as ChangeSource]
  return known ? translate(known) : source
}

/** What happened by itself is nobody's deed, although somebody's deed has caused it. */
function shownAuthor(entry: SmtpHistory, translate: Translator): ShownEntry['by'] {
  const { source, ip } = entry
  const label = entry.actorLabel ?? entry.actorId
  const how = shownSource(source, translate)
  if (source === 'automatic') {
    return { who: how, how: label ? translate('history.causedBy', { who: label }) : '', ip }
  }
  return { who: label ?? translate('history.somebody'), how, ip }
}

function urlOf(config: { id: string; isGone: boolean; isHere: boolean }, urlTo: PageUrl) {
  const { id, isGone, isHere } = config
  if (!isGone) {
    return urlTo('configs.change', { id })
  }
  return isHere ? null : urlTo('configs.history', { id })
}

function shortChange(change: ShownChange): ShownChange {
  const { old, now } = change
  return { ...change, old: old === null ? null : shortened(old), now: shortened(now) }
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > LONGEST_VALUE
    ? `${characters.slice(0, LONGEST_VALUE).join('')}…`
    : text
}
