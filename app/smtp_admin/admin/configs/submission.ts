import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import {
  type ConfigValues,
  validate,
  normalize,
  validationError,
  type FieldError,
  fieldError,
} from '../../models/config_validator.js'
import { USUAL_PORTS, encryptionFlags } from '../../models/encryption.js'
import { SITE_SCOPE } from '../../models/scope.js'
import type { Author, ResolvedSmtpAdminConfig } from '../../types/main.js'
import { authorOf, isAllowed } from '../http/permissions.js'
import { type FormValues, isActivityChosen, postedForm } from './config_form.js'
import { type Input, TEXT_FIELDS, chosenEncryption, passwordMode, textOf } from './form_input.js'

/** The button that displays the form again, with what was sent, and saves nothing. */
export const PREVIEW = '_form'

/** The columns that no form has, with values that the rules accept. */
const NOT_IN_FORM: ConfigValues = {
  scope: SITE_SCOPE,
  is_active: false,
  fallback_order: null,
  rate_limit_per_minute: null,
}

/** A form that was sent, valid or not. */
export interface ConfigSubmission {
  input: Input
  /** The fields of the form, to display it again. */
  display: FormValues
  /** The values by column: as they would be stored if they are valid, else as they were entered. */
  attributes: ConfigValues
  /** Whether it is to be active; undefined: as it is. */
  isActive: boolean | undefined
  author: Author
}

export async function readSubmission(
  config: ResolvedSmtpAdminConfig,
  ctx: HttpContext,
  input: Input = ctx.request.body()
): Promise<ConfigSubmission> {
  const display = postedForm(input)
  const canActivate = await isAllowed(config, ctx, 'activate')
  return {
    input,
    display,
    attributes: await validateEntered(enteredColumns(input)),
    isActive: canActivate && isActivityChosen(display) ? display.is_active : undefined,
    author: await authorOf(config, ctx),
  }
}

/**
 * Refuses choices that the model does not see.
 *
 * @throws E_VALIDATION_ERROR
 */
export function checkChoices(input: Input, hasPassword: boolean): void {
  const problems: FieldError[] = []
  if (!chosenEncryption(input)) {
    problems.push(fieldError('encryption.enum'))
  }
  if (hasPassword && passwordMode(input) === 'replace' && !textOf(input.password)) {
    problems.push(fieldError('password.required'))
  }
  if (problems.length > 0) {
    throw validationError(problems)
  }
}

/** The columns of a configuration as they were entered. The default port depends on the encryption. */
export function enteredColumns(input: Input): ConfigValues {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, input[field] ?? null]))
  const values = normalize(texts)
  const encryption = chosenEncryption(input) ?? 'starttls'
  const { useTls, useSsl } = encryptionFlags(encryption)
  return {
    ...values,
    port: values.port ?? USUAL_PORTS[encryption],
    use_tls: useTls,
    use_ssl: useSsl,
    verify_certificate: input.verify_certificate !== '0',
    ...loginColumns(input),
  }
}

/** Removing the password removes the username: one is of no use without the other. */
function loginColumns(input: Input): ConfigValues {
  switch (passwordMode(input)) {
    case 'keep':
      return {}
    case 'remove':
      return { username: null, password: null }
    case 'replace':
      return { password: textOf(input.password) || null }
  }
}

async function validateEntered(entered: ConfigValues): Promise<ConfigValues> {
  // Only the row knows whether there is a password.
  const password = entered.password ?? entered.username
  try {
    const checked: ConfigValues = await validate({ ...NOT_IN_FORM, ...entered, password })
    const columns = Object.keys(entered).filter((column) => column !== 'password')
    return {
      ...entered,
      ...Object.fromEntries(columns.map((column) => [column, checked[column]])),
    }
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return entered
    }
    throw error
  }
}
