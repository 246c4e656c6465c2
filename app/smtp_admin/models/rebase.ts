import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { E_SMTP_CONFIG_GONE } from '../errors.js'
import { PlainPassword } from '../secrets/plain_password.js'
import { validationError, fieldError } from './config_validator.js'
import { isOtherDestination, passwordNeededAgain } from './destination_change.js'
import type { SmtpConfig } from './smtp_config.js'

/**
 * Puts what was changed here on top of what the database holds now. What others have changed since
 * the row was read stays changed, columns that were not read are not lost, and what is checked and
 * stored afterwards is the row as it will be.
 *
 * @throws E_SMTP_CONFIG_GONE, and E_VALIDATION_ERROR when a new password was entered for another
 * server than the row has by now
 */
export async function rebase(config: SmtpConfig, trx: TransactionClientContract): Promise<void> {
  const model = config.constructor as typeof SmtpConfig
  const current = await model.query({ client: trx }).where('id', config.id).first()
  if (!current) {
    throw new E_SMTP_CONFIG_GONE([config.name])
  }
  if (config.isDirty('scope')) {
    throw validationError([fieldError('scope.immutable')])
  }

  const seen = config.$attributes
  const changed = config.$dirty
  config.$original = { ...current.$attributes }
  config.$attributes = { ...current.$attributes, ...changed }
  const isNewPassword = config.password instanceof PlainPassword
  if (isNewPassword && isOtherDestination(seen, config.$attributes)) {
    throw passwordNeededAgain()
  }
}
