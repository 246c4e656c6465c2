import { randomUUID } from 'node:crypto'
import { activeBefore } from '../../actions/activation_history.js'
import { save } from '../../actions/activation.js'
import { columnsOf } from '../../models/accept_values.js'
import type { ChangeState } from '../../models/change_terms.js'
import { SmtpConfig } from '../../models/smtp_config.js'
import { SmtpHistory } from '../../models/smtp_history.js'
import type { ActivationPolicy } from '../../types/main.js'
import { checkChoices, enteredColumns } from './form_input.js'
import { findScope } from './duplicate.js'
import type { Posted } from './posted.js'
import { isChangeBy } from './same_author.js'
import { isSamePassword, isSameValue } from './same_values.js'
import type { Saved } from './saved.js'

const UUID_4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** There is, or was, a configuration of the id that a form wants for a new one. */
class KnownId extends Error {}

/**
 * Adds the configuration of a form, under the id that the form carries: sent twice, it adds once, and
 * is answered alike. An id that is, or was, anybody else's is not taken over: it gets another.
 *
 * @throws E_VALIDATION_ERROR, E_SMTP_TEST_REQUIRED: nothing was added
 */
export async function addConfig(posted: Posted, policy: ActivationPolicy): Promise<Saved> {
  const id = posted.values.new_id
  if (!UUID_4.test(id)) {
    return add(randomUUID(), posted, policy)
  }
  try {
    return await add(id, posted, policy)
  } catch (error) {
    if (!(error instanceof KnownId)) {
      throw error
    }
    return (await addedBefore(id, posted, policy)) ?? add(randomUUID(), posted, policy)
  }
}

async function add(id: string, posted: Posted, policy: ActivationPolicy): Promise<Saved> {
  const config = new SmtpConfig()
  config.id = id
  config.scope = await findScope(posted.values.duplicate)
  checkChoices(posted.input, false)
  config.merge(enteredColumns(posted.input))
  config.isActive = posted.isActive ?? false
  const outcome = await save(config, { policy, author: posted.author, check: refuseKnown(id) })
  const activity = { before: false, now: config.isActive }
  return { done: 'added', config, activity, outcome, isOtherServer: true }
}

/** Looks while nobody else can add to the scope. */
function refuseKnown(id: string) {
  return async ({ trx: client }: ChangeState) => {
    const row = await SmtpConfig.find(id, { client })
    if (row ?? (await SmtpHistory.findBy('config_id', id, { client }))) {
      throw new KnownId()
    }
  }
}

/** The configuration that the same form has added already; null: it was another form. */
async function addedBefore(
  id: string,
  posted: Posted,
  policy: ActivationPolicy
): Promise<Saved | null> {
  const config = await SmtpConfig.find(id)
  const entry = await SmtpHistory.query().where({ config_id: id, action: 'added' }).first()
  if (!config || !entry || !isChangeBy(entry, posted.author) || !isSame(config, entry, posted)) {
    return null
  }
  const outcome = await save(config, { policy, author: posted.author })
  const before = config.isActive ? await activeBefore(config) : null
  const activity = { before: false, now: config.isActive }
  return { done: 'added', config, activity, outcome: { ...outcome, before }, isOtherServer: true }
}

function isSame(config: SmtpConfig, { changes }: SmtpHistory, { entered, isActive }: Posted) {
  const stored = columnsOf(config, config.$attributes)
  const { password, ...others } = entered
  const isSameActivity = (isActive ?? false) === (changes.is_active?.[1] === true)
  return (
    isSameActivity &&
    Object.entries(others).every(([column, value]) => isSameValue(stored[column], value)) &&
    (password ? isSamePassword(config, entered) : !config.hasPassword)
  )
}
