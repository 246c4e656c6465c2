import { PlainPassword } from '../secrets/plain_password.js'
import { SealedText } from '../secrets/sealed_text.js'
import { type ConfigValues, validate } from './config_validator.js'
import { isOtherDestination, passwordNeededAgain } from './destination_change.js'
import { SITE_SCOPE } from './scope.js'
import type { SmtpConfig } from './smtp_config.js'

const DEFAULTS: ConfigValues = {
  scope: SITE_SCOPE,
  use_tls: false,
  use_ssl: false,
  username: null,
  password: null,
  from_email: null,
  from_name: null,
  reply_to: null,
  timeout: 10,
  is_active: false,
  fallback_order: null,
  verify_certificate: true,
  ehlo_name: null,
  rate_limit_per_minute: null,
  notes: null,
}

/**
 * Puts the checked values into the row and seals a new password, for the destination that the row
 * has now.
 *
 * @throws E_VALIDATION_ERROR with a message for every field that cannot be accepted
 */
export async function acceptValues(config: SmtpConfig): Promise<void> {
  const values = { ...DEFAULTS, ...columnsOf(config, config.$attributes) }
  const { password, ...checked } = await validate({
    ...values,
    password: shown(values.password),
  })
  config.merge(checked)

  if (config.password instanceof PlainPassword) {
    const sealed = (config.constructor as typeof SmtpConfig).box.seal(
      config.password.release(),
      config.destination
    )
    config.$attributes.password = new SealedText(sealed)
  } else if (config.hasPassword && isOtherDestination(config.$original, config.$attributes)) {
    throw passwordNeededAgain()
  }
}

/** The attributes of a row by column name. */
export function columnsOf(config: SmtpConfig, attributes: object): ConfigValues {
  const columns = (config.constructor as typeof SmtpConfig).$keys.attributesToColumns
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [columns.get(name, name), value ?? null])
  )
}

/** A password in the form that can be checked: a sealed one was checked when it was entered. */
function shown(password: unknown) {
  if (password instanceof PlainPassword) {
    return password.release()
  }
  return password ? '[sealed]' : null
}
