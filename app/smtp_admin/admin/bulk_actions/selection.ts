import { hash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { SmtpConfig } from '../../models/smtp_config.js'
import { ListQuery } from '../configs/list_sql.js'
import { listBefore } from '../http/back_to_list.js'
import { isUuid } from '../http/find_config.js'

/** Django's names of the rows' checkboxes and of the one for all matching rows. */
export const SELECTED = '_selected_action'
export const SELECT_ACROSS = 'select_across'

/** The field of a confirmation: the fingerprint of the selection that was displayed. */
export const CONFIRMED = 'confirmed'

/** More than fit on any page of the list. */
const MAX_IDS = 1000

export interface Selection {
  /** By name. */
  configs: SmtpConfig[]
  /** Whether all rows that match the list are selected, on every page. */
  selectAcross: boolean
}

export async function readSelection(ctx: HttpContext): Promise<Selection> {
  const body = ctx.request.body()
  const selectAcross = body[SELECT_ACROSS] === '1'
  if (selectAcross) {
    const list = await ListQuery.prepare(listBefore(ctx))
    return { configs: await list.matching().orderBy('name').orderBy('id'), selectAcross }
  }
  const ids = selectedIds(body[SELECTED])
  const configs =
    ids.length > 0 ? await SmtpConfig.query().whereIn('id', ids).orderBy('name').orderBy('id') : []
  return { configs, selectAcross }
}

/** Changes with the selected rows, and when one of them is activated or deactivated. */
export function fingerprint({ configs }: Selection): string {
  const rows = configs.map(({ id, isActive }) => `${id} ${isActive ? 1 : 0}`).sort()
  return hash('sha256', rows.join('\n')).slice(0, 16)
}

/** The body parser returns a text for one checkbox, a list for several and an object for many. */
function selectedIds(input: unknown): string[] {
  const values: unknown[] =
    typeof input === 'object' && input !== null ? Object.values(input) : [input]
  const ids = values.filter((id): id is string => typeof id === 'string' && isUuid(id))
  return [...new Set(ids)].slice(0, MAX_IDS)
}
