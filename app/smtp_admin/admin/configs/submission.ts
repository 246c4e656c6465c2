import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { DEFAULTS } from '../../models/config_fields.js'
import {
  type ConfigValues,
  type FieldError,
  fieldError,
  normalize,
  validate,
} from '../../models/config_validator.js'
import { USUAL_PORTS, encryptionFlags, toEncryption } from '../../models/encryption.js'
import type { Author, ResolvedSmtpAdminConfig } from '../../types/main.js'
import { authorOf, isAllowed } from '../http/permissions.js'
import { type FormValues, isActivityChosen, postedForm } from './config_form.js'
import { type Input, TEXT_FIELDS, chosenEncryption, passwordMode, parseText } from './form_input.js'

/** The values of a form by column: as they would be stored if they are valid, else normalized. */
export interface ParsedForm {
  attributes: ConfigValues
  errors: FieldError[]
}

export interface SubmissionOptions {
  config: ResolvedSmtpAdminConfig
  /** Whether the configuration has a password already. */
  hasPassword: boolean
  /** Default: the body of the request. */
  input?: Input
}

/** A form that was sent, valid or not: parsed and validated once. */
export class ConfigSubmission implements ParsedForm {
  readonly input: Input
  /** The fields of the form, to display it again. */
  readonly display: FormValues
  readonly attributes: ConfigValues
  readonly errors: FieldError[]
  readonly author: Author
  /** Whether the configuration is to be active; undefined: as it is. */
  readonly isActive: boolean | undefined

  private constructor(input: Input, parsed: ParsedForm, author: Author, canActivate: boolean) {
    this.input = input
    this.display = postedForm(input)
    this.attributes = parsed.attributes
    this.errors = parsed.errors
    this.author = author
    const isChosen = canActivate && isActivityChosen(this.display)
    this.isActive = isChosen ? this.display.is_active : undefined
  }

  static async from(
    ctx: HttpContext,
    { config, hasPassword, input = ctx.request.body() }: SubmissionOptions
  ): Promise<ConfigSubmission> {
    const parsed = await parseForm(input, hasPassword)
    const author = await authorOf(config, ctx)
    return new ConfigSubmission(input, parsed, author, await isAllowed(config, ctx, 'activate'))
  }
}

/** @param hasPassword whether the configuration has a password already */
export async function parseForm(input: Input, hasPassword: boolean): Promise<ParsedForm> {
  const entered = readColumns(input)
  const isRequired = hasPassword && passwordMode(input) === 'replace' && !entered.password
  const refused = [
    ...(chosenEncryption(input) ? [] : [fieldError('encryption.enum')]),
    ...(isRequired ? [fieldError('password.required')] : []),
  ]
  // The model checks a password that is kept, and one that is missing is an error already.
  const isChecked = 'password' in entered && !isRequired
  const password = isChecked ? entered.password : entered.username
  try {
    const valid: ConfigValues = await validate({ ...DEFAULTS, ...entered, password })
    const columns = Object.keys(entered).filter((column) => column !== 'password')
    const attributes = Object.fromEntries(columns.map((column) => [column, valid[column]]))
    return { attributes: { ...entered, ...attributes }, errors: refused }
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return { attributes: entered, errors: [...refused, ...error.messages] }
    }
    throw error
  }
}

/** A scheme in the host, as in `smtps://`, wins over the chosen encryption. */
function readColumns(input: Input): ConfigValues {
  const { useTls, useSsl } = encryptionFlags(chosenEncryption(input) ?? 'starttls')
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, input[field] ?? null]))
  const values = normalize({ ...texts, use_tls: useTls, use_ssl: useSsl })
  const encryption = toEncryption({
    useTls: values.use_tls === true,
    useSsl: values.use_ssl === true,
  })
  return {
    ...values,
    port: values.port ?? USUAL_PORTS[encryption],
    verify_certificate: input.verify_certificate !== '0',
    ...readLogin(input),
  }
}

/** Removing the password removes the username: one is of no use without the other. */
function readLogin(input: Input): ConfigValues {
  switch (passwordMode(input)) {
    case 'keep':
      return {}
    case 'remove':
      return { username: null, password: null }
    case 'replace':
      return { password: parseText(input.password) || null }
  }
}
