import { randomUUID } from 'node:crypto'
import type { SaveContext } from '../models/save_config.js'
import type { ConfigValues } from '../models/config_validator.js'
import { SmtpConfig } from '../models/smtp_config.js'
import { SmtpHistory } from '../models/smtp_history.js'
import { type ActivationOutcome, type ActivationRequest, save } from './activation.js'

export interface SaveResult {
  done: 'added' | 'changed'
  config: SmtpConfig
  wasActive: boolean
  outcome: ActivationOutcome
  /** Whether mail is sent with settings that were not used before. */
  isOtherServer: boolean
}

/** The id for a new configuration belongs to another one, or to one that was deleted. */
export class IdTaken extends Error {}

/**
 * Adds a configuration.
 *
 * @throws IdTaken, E_VALIDATION_ERROR, E_SMTP_TEST_REQUIRED: nothing was added
 */
export async function addConfig(
  values: ConfigValues,
  { id = randomUUID(), ...request }: ActivationRequest & { id?: string }
): Promise<SaveResult> {
  const config = new SmtpConfig().merge({ ...values, id })
  const outcome = await save(config, {
    ...request,
    beforeStore: (state) => refuseTakenId(id, state),
  })
  return { done: 'added', config, wasActive: false, outcome, isOtherServer: true }
}

/**
 * Changes a configuration.
 *
 * @throws E_VALIDATION_ERROR, E_SMTP_TEST_REQUIRED, E_SMTP_CONFIG_GONE, and errors of `beforeStore`: nothing
 * was changed
 */
export async function changeConfig(
  config: SmtpConfig,
  values: ConfigValues,
  request: ActivationRequest
): Promise<SaveResult> {
  const { isActive: wasActive, settingsHash } = config
  const outcome = await save(config.merge(values), request)
  const isOtherServer = !wasActive || settingsHash !== config.settingsHash
  return { done: 'changed', config, wasActive, outcome, isOtherServer }
}

async function refuseTakenId(id: string, { trx: client }: SaveContext) {
  const row = await SmtpConfig.find(id, { client })
  if (row ?? (await SmtpHistory.findBy('config_id', id, { client }))) {
    throw new IdTaken()
  }
}
