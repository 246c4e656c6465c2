import { randomUUID } from 'node:crypto'
import { errors } from '@vinejs/vine'
import { validateAndSeal } from '../../models/save_config.js'
import { type FieldError, validationError } from '../../models/config_validator.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { Input } from '../configs/form_input.js'
import { type ParsedForm, parseForm } from '../configs/submission.js'

/**
 * The configuration that a save would make of this form, checked as a save checks it, and stored
 * nowhere. A stored password stays only for the server that it was entered for.
 *
 * @param config the stored configuration, which is changed in memory; null: a new one
 * @param others what else was wrong with the form
 * @throws E_VALIDATION_ERROR
 */
export async function typedConfig(
  config: SmtpConfig | null,
  input: Input,
  others: FieldError[]
): Promise<SmtpConfig> {
  const typed = config ?? new SmtpConfig()
  typed.id ??= randomUUID()
  const parsed = await parseForm(input, typed.hasPassword)
  const found = [...parsed.errors, ...(await refusedByModel(typed, parsed)), ...others]
  if (found.length > 0) {
    throw validationError(found)
  }
  return typed
}

async function refusedByModel(typed: SmtpConfig, parsed: ParsedForm): Promise<FieldError[]> {
  try {
    if (parsed.errors.length === 0) {
      await validateAndSeal(typed.merge(parsed.attributes))
    }
    return []
  } catch (error) {
    if (error instanceof errors.E_VALIDATION_ERROR) {
      return error.messages
    }
    throw error
  }
}
