import { activeBefore } from '../../actions/activation_history.js'
import { save } from '../../actions/activation.js'
import type { ChangeState } from '../../models/change_terms.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import type { ActivationPolicy } from '../../types/main.js'
import { checkChoices, enteredColumns } from './form_input.js'
import { changesSince, findLostUpdate } from './lost_update.js'
import type { Posted } from './posted.js'
import { isSamePassword } from './same_values.js'
import type { Saved } from './saved.js'

/**
 * Stores a form over a stored configuration, unless it would overwrite what others have changed
 * since the form was made. Sent twice, it changes once, and is answered alike.
 *
 * @throws ChangedMeanwhile, E_VALIDATION_ERROR, E_SMTP_TEST_REQUIRED, E_SMTP_CONFIG_GONE: nothing
 * was changed
 */
export async function changeConfig(
  config: SmtpConfig,
  posted: Posted,
  policy: ActivationPolicy
): Promise<Saved> {
  const wasActive = config.isActive
  const settings = config.settingsHash
  let { revision } = config

  checkChoices(posted.input, config.hasPassword)
  config.merge(enteredColumns(posted.input))
  config.isActive = posted.isActive ?? config.isActive
  const check = async (state: ChangeState) => {
    revision = await look(config, posted, state)
  }
  const outcome = await save(config, { policy, author: posted.author, check })

  const saved: Saved = {
    done: 'changed',
    config,
    activity: { before: wasActive, now: config.isActive },
    outcome,
    isOtherServer: !wasActive || settings !== config.settingsHash,
  }
  if (config.revision !== revision || posted.isActive === undefined) {
    return saved
  }
  const changes = await changesSince(config, posted)
  return changes.length > 0 ? asTheFirst(saved) : saved
}

/**
 * Looks at the row before it is overwritten: a password that the same form has stored a moment ago
 * is not stored again.
 *
 * @returns its revision
 */
async function look(config: SmtpConfig, posted: Posted, { trx }: ChangeState): Promise<number> {
  const current = await SmtpConfig.findOrFail(config.id, { client: trx })
  const lostUpdate = await findLostUpdate(current, posted, trx)
  if (lostUpdate) {
    throw lostUpdate
  }
  const changes = await changesSince(current, posted, trx)
  const isPasswordChanged = changes.some((entry) => 'password' in entry.changes)
  if (isPasswordChanged && isSamePassword(current, posted.entered)) {
    config.$attributes.password = config.$original.password
  }
  return current.revision
}

/** The switch that was asked for is made already: by the first click of two. */
async function asTheFirst(saved: Saved): Promise<Saved> {
  const { config, outcome } = saved
  const { id, name, isActive: now } = config
  const before = now ? await activeBefore(config) : { id, name }
  return {
    ...saved,
    activity: { before: !now, now },
    outcome: { ...outcome, before },
    isOtherServer: now,
  }
}
