import { hash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Input } from '../configs/form_input.js'
import { ListQuery } from '../configs/list_sql.js'
import { listBefore } from '../http/back_to_list.js'
import { isUuid } from '../http/uuid.js'

/** The names that Django gives to the boxes of the rows, and to the one for all that match. */
export const SELECTED = '_selected_action'
export const SELECT_ACROSS = 'select_across'

/** What a page that asks once more was made for. */
export const SEEN = 'seen'

/** More than any page of the list has rows. */
const MOST_IDS = 1000

/** Rows that were selected, in the order of their names. */
export interface Selection {
  configs: SmtpConfig[]
  /** Whether all that match were meant, on whatever page they are. */
  isAcross: boolean
}

/** Reads what was selected: the rows with a tick, or all that the list had matched. */
export async function selectionOf(ctx: HttpContext): Promise<Selection> {
  const body = ctx.request.body()
  const isAcross = body[SELECT_ACROSS] === '1'
  if (isAcross) {
    const list = await ListQuery.prepare(listBefore(ctx))
    return { configs: await list.matching().orderBy('name').orderBy('id'), isAcross }
  }
  const ids = selectedIds(body)
  const configs =
    ids.length === 0
      ? []
      : await SmtpConfig.query().whereIn('id', ids).orderBy('name').orderBy('id')
  return { configs, isAcross }
}

/** Changes when other rows are selected, or when one of them was made active or deactivated. */
export function fingerprint({ configs }: Selection): string {
  const rows = configs.map(({ id, isActive }) => `${id} ${isActive ? 1 : 0}`).sort()
  return hash('sha256', rows.join('\n')).slice(0, 16)
}

/** One box is sent as a text, several as a list, and many as an object with numbers for keys. */
function selectedIds(body: Input): string[] {
  const sent = body[SELECTED]
  const values: unknown[] = typeof sent === 'object' && sent !== null ? Object.values(sent) : [sent]
  const ids = values.filter((id): id is string => typeof id === 'string' && isUuid(id))
  return [...new Set(ids)].slice(0, MOST_IDS)
}
