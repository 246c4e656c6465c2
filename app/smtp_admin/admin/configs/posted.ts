import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { type ConfigValues, checkValues } from '../../models/check_values.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Author, ResolvedSmtpAdminConfig } from '../../types/main.js'
import { type FormValues, isActivityChosen, postedForm } from './config_form.js'
import { type Input, enteredColumns } from './form_input.js'
import { authorOf, isAllowed } from '../http/permissions.js'

/** A form for a configuration, as somebody sent it. */
export interface Posted {
  input: Input
  values: FormValues
  /** What was entered, by column, as it would be stored: what two forms are compared by. */
  entered: ConfigValues
  author: Author
  /** Whether it is to be active; undefined: as it is. */
  isActive: boolean | undefined
}

/** The button that asks for the form again, with what was sent in it, and saves nothing. */
export const BACK_TO_FORM = '_form'

/** Columns that every configuration has and no form, so that the rules have something to check. */
const UNENTERED: ConfigValues = {
  scope: SITE_SCOPE,
  is_active: false,
  fallback_order: null,
  rate_limit_per_minute: null,
}

/** Whether somebody wants to look at what they have sent before it is saved. */
export function isForLooking(input: Input): boolean {
  return BACK_TO_FORM in input
}

/** Reads what was posted, right or wrong. */
export async function readPosted(
  config: ResolvedSmtpAdminConfig,
  ctx: HttpContext,
  input: Input = ctx.request.body()
): Promise<Posted> {
  const values = postedForm(input)
  const mayActivate = await isAllowed(config, ctx, 'activate')
  return {
    input,
    values,
    entered: await asStored(columnsOf(enteredColumns(input))),
    author: await authorOf(config, ctx),
    isActive: mayActivate && isActivityChosen(values) ? values.is_active : undefined,
  }
}

/** The encryption by its columns, as everything else is. */
function columnsOf({ useTls, useSsl, ...columns }: ConfigValues): ConfigValues {
  return { ...columns, use_tls: useTls, use_ssl: useSsl }
}

/** What the rules would make of it; of what they refuse, as it is. */
async function asStored(entered: ConfigValues): Promise<ConfigValues> {
  const password = entered.password ?? entered.username
  try {
    const checked: ConfigValues = await checkValues({ ...UNENTERED, ...entered, password })
    return Object.fromEntries(
      Object.keys(entered).map((column) => [
        column,
        column === 'password' ? entered.password : checked[column],
      ])
    )
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return entered
    }
    throw error
  }
}
