import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { E_SMTP_CONFIG_GONE, E_SMTP_SWITCHED_MEANWHILE, E_SMTP_TEST_REQUIRED } from '../errors.js'
import type { ChangeState, ChangeTerms } from '../models/change_terms.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { ActivationPolicy, Author } from '../types/main.js'
import { type Named, isWayBack, latestSwitch } from './activation_history.js'
import { type Health, type HealthState, healthOf } from '../diagnostics/health.js'

/** How somebody wants to switch. */
export interface SwitchRequest {
  author: Author
  /** For a way back: the id of what is active until then; null: none. */
  backFrom?: string | null
}

/** How somebody wants to make a configuration active. */
export interface ActivationRequest extends SwitchRequest {
  policy: ActivationPolicy
  /** Why it is made active although nothing says that it works. */
  reason?: string
  /** The revision that the reason was given for; given for another one it does not count. */
  revision?: number
  /** What else is looked at first, in the transaction of a save. */
  check?: ChangeTerms['check']
}

/** What a change met in its transaction. */
export interface SwitchOutcome {
  /** Of the settings as they are stored now. */
  health: Health
  /** What was active in the scope before; null: none. */
  before: Named | null
}

/** What speaks against making a configuration active, as the end of a sentence. */
export const LACKS: Record<Exclude<HealthState, 'working'>, string> = {
  untested: 'it has not been tested',
  failing: 'its latest test failed',
  stale: 'its connection has been changed since its latest test',
  unreadable: 'its password cannot be decrypted',
}

/**
 * Makes a configuration the active one of its scope, if the policy lets it. The settings that are
 * judged are those that become active: nobody can change them in between.
 *
 * @throws E_SMTP_TEST_REQUIRED, E_SMTP_SWITCHED_MEANWHILE, E_SMTP_CONFIG_GONE, E_VALIDATION_ERROR
 */
export async function activate(
  config: SmtpConfig,
  request: ActivationRequest
): Promise<SwitchOutcome> {
  const { author, reason, backFrom } = request
  const found = await lookingFirst(
    (check) => config.activate(author, { check, reason }),
    async (state) => {
      const look = await lookAt(config, state)
      requireUnswitched(config, look, backFrom)
      await requireTest(config, look, request, state.trx)
      return look
    }
  )
  return outcomeOf(config, found)
}

/**
 * Leaves the scope of a configuration without an active one. No policy is against it: it may be the
 * way out.
 *
 * @throws E_SMTP_SWITCHED_MEANWHILE, E_SMTP_CONFIG_GONE
 */
export async function deactivate(
  config: SmtpConfig,
  { author, backFrom }: SwitchRequest
): Promise<SwitchOutcome> {
  const found = await lookingFirst(
    (check) => config.deactivate(author, { check }),
    async (state) => {
      const look = await lookAt(config, state)
      requireUnswitched(config, look, backFrom)
      return look
    }
  )
  return outcomeOf(config, found)
}

/**
 * Deactivates configurations one after the other.
 *
 * @returns those that were deactivated, with the outcome; the others no longer exist
 */
export async function deactivateConfigs(
  configs: SmtpConfig[],
  author: Author
): Promise<{ config: SmtpConfig; outcome: SwitchOutcome }[]> {
  const deactivated = []
  for (const config of configs) {
    try {
      deactivated.push({ config, outcome: await deactivate(config, { author }) })
    } catch (error) {
      if (!(error instanceof E_SMTP_CONFIG_GONE)) {
        throw error
      }
    }
  }
  return deactivated
}

/**
 * Saves what was entered; where that makes the configuration active, if the policy lets it. One that
 * is active already stays so, whatever is changed.
 *
 * @throws E_SMTP_TEST_REQUIRED, E_SMTP_CONFIG_GONE, E_VALIDATION_ERROR, what `check` throws: nothing
 * was saved
 */
export async function save(config: SmtpConfig, request: ActivationRequest): Promise<SwitchOutcome> {
  config.author = request.author
  const found = await lookingFirst(
    (check) => config.save({ check }),
    async (state) => {
      await request.check?.(state)
      const look = await lookAt(config, state)
      await requireTest(config, look, request, state.trx)
      return look
    }
  )
  return { health: found?.health ?? (await currentHealth(config)), before: found?.active ?? null }
}

/** What there was to see in the transaction of a change. */
interface Look {
  health: Health
  active: Named | null
  /** Whether the configuration was active, or not, just as it is to be. */
  isSoAlready: boolean
}

async function lookAt(config: SmtpConfig, { trx, active }: ChangeState): Promise<Look> {
  return {
    health: await currentHealth(config, trx),
    active: active && { id: active.id, name: active.name },
    isSoAlready: (active?.id === config.id) === config.isActive,
  }
}

/** Makes a change that takes a look before; hands back what was seen, if there was a change at all. */
async function lookingFirst(
  change: (check: ChangeTerms['check']) => Promise<unknown>,
  look: (state: ChangeState) => Promise<Look>
): Promise<Look | undefined> {
  const looks: Look[] = []
  await change(async (state) => {
    looks.push(await look(state))
  })
  return looks.at(-1)
}

async function outcomeOf(config: SmtpConfig, look?: Look): Promise<SwitchOutcome> {
  if (look && !look.isSoAlready) {
    return { health: look.health, before: look.active }
  }
  const [health, latest] = [await currentHealth(config), await latestSwitch(config.scope)]
  return { health, before: latest?.from ?? null }
}

async function currentHealth(config: SmtpConfig, client?: QueryClientContract): Promise<Health> {
  const healths = await healthOf([config], client)
  return healths.get(config.id)!
}

/** What a way back leads away from is still active, or somebody has gone this way already. */
function requireUnswitched(
  config: SmtpConfig,
  { active }: Look,
  backFrom: SwitchRequest['backFrom']
) {
  const now = active?.id ?? null
  const goal = config.isActive ? config.id : null
  if (backFrom !== undefined && now !== backFrom && now !== goal) {
    throw new E_SMTP_SWITCHED_MEANWHILE([config.name])
  }
}

async function requireTest(
  config: SmtpConfig,
  { health: { state }, isSoAlready }: Look,
  { policy, reason, revision, backFrom }: ActivationRequest,
  client: QueryClientContract
) {
  if (policy === 'warn' || !config.isActive || isSoAlready || state === 'working') {
    return
  }
  const isReasoned = reason !== undefined && (revision ?? revisionOf(config)) === revisionOf(config)
  const isBack = backFrom !== undefined && (await isWayBack(config, client))
  if (!isReasoned && !isBack) {
    throw new E_SMTP_TEST_REQUIRED([config.name, LACKS[state]])
  }
}

/** As it is stored: the change has not raised it yet. */
function revisionOf(config: SmtpConfig): number {
  return config.$original.revision
}
