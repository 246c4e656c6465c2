import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { type Health, type HealthState, healthOf } from '../diagnostics/health.js'
import {
  E_SMTP_ACTIVATION_REFUSED,
  E_SMTP_CONFIG_GONE,
  E_SMTP_SWITCHED_MEANWHILE,
  E_SMTP_TEST_REQUIRED,
} from '../errors.js'
import type { SaveContext, SaveOptions } from '../models/save_config.js'
import type { SmtpConfig } from '../models/smtp_config.js'
import type { ActivationPolicy, Author, SmtpAdminConfig } from '../types/main.js'
import { type NamedConfig, isUndo, lastChange } from './activation_history.js'

export interface DeactivationRequest {
  author: Author
  /**
   * The id of the active configuration whose activation is undone; null: a deactivation is undone;
   * undefined: this is no undo.
   */
  undoes?: string | null
}

export interface ActivationRequest extends DeactivationRequest {
  policy: ActivationPolicy
  /** The app's own rule. */
  beforeActivate?: SmtpAdminConfig['beforeActivate']
  /** Why a configuration is activated without a passed test. The history keeps it. */
  reason?: string
  /** The revision that the reason was given for. It does not count for another revision. */
  revision?: number
  /** Another check, in the transaction of a save. */
  beforeStore?: SaveOptions['beforeStore']
}

export interface ActivationOutcome {
  /** The health of the settings as they are stored now. */
  health: Health
  /** The configuration that was active in the scope before; null: none. */
  before: NamedConfig | null
}

/** Why a configuration is not known to work, as the end of a sentence. */
export const HEALTH_REASONS: Record<Exclude<HealthState, 'working'>, string> = {
  untested: 'it has not been tested',
  failing: 'its latest test failed',
  stale: 'its connection has been changed since its latest test',
  unreadable: 'its password cannot be decrypted',
}

/**
 * Activates a configuration if the policy allows it. The policy is checked in the transaction, on the
 * settings that become active.
 *
 * @throws E_SMTP_ACTIVATION_REFUSED, E_SMTP_TEST_REQUIRED, E_SMTP_SWITCHED_MEANWHILE, E_SMTP_CONFIG_GONE, E_VALIDATION_ERROR
 */
export async function activate(
  config: SmtpConfig,
  request: ActivationRequest
): Promise<ActivationOutcome> {
  const { author, reason, undoes } = request
  await askApp(config, request)
  const found = await withSnapshot(
    (beforeStore) => config.activate(author, { beforeStore, reason }),
    async (state) => {
      const current = await snapshot(config, state)
      assertUndoStillApplies(config, current, undoes)
      await requireTest(config, current, request, state.trx)
      return current
    }
  )
  return toOutcome(config, found)
}

/**
 * Deactivates a configuration. No policy forbids it: it may be the way out of a failure.
 *
 * @throws E_SMTP_SWITCHED_MEANWHILE, E_SMTP_CONFIG_GONE
 */
export async function deactivate(
  config: SmtpConfig,
  { author, undoes }: DeactivationRequest
): Promise<ActivationOutcome> {
  const found = await withSnapshot(
    (beforeStore) => config.deactivate(author, { beforeStore }),
    async (state) => {
      const current = await snapshot(config, state)
      assertUndoStillApplies(config, current, undoes)
      return current
    }
  )
  return toOutcome(config, found)
}

/**
 * Deactivates configurations one after the other.
 *
 * @returns those that were deactivated, with the outcome; the others no longer exist
 */
export async function deactivateConfigs(
  configs: SmtpConfig[],
  author: Author
): Promise<{ config: SmtpConfig; outcome: ActivationOutcome }[]> {
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
 * Saves a configuration. If this activates it, the policy has to allow that; an active configuration
 * stays active whatever is changed.
 *
 * @throws E_SMTP_ACTIVATION_REFUSED, E_SMTP_TEST_REQUIRED, E_SMTP_CONFIG_GONE, E_VALIDATION_ERROR, and
 * errors of `beforeStore`: nothing was saved
 */
export async function save(
  config: SmtpConfig,
  request: ActivationRequest
): Promise<ActivationOutcome> {
  config.author = request.author
  if (config.isActive && !config.$original.isActive) {
    await askApp(config, request)
  }
  const found = await withSnapshot(
    (beforeStore) => config.save({ beforeStore }),
    async (state) => {
      await request.beforeStore?.(state)
      const current = await snapshot(config, state)
      await requireTest(config, current, request, state.trx)
      return current
    }
  )
  return { health: found?.health ?? (await currentHealth(config)), before: found?.active ?? null }
}

/** The state of a scope in the transaction of a change, before the change. */
interface Snapshot {
  health: Health
  active: NamedConfig | null
  /** Whether the configuration is already as active, or inactive, as it is to be. */
  isNoop: boolean
}

async function snapshot(config: SmtpConfig, { trx, active }: SaveContext): Promise<Snapshot> {
  return {
    health: await currentHealth(config, trx),
    active: active && { id: active.id, name: active.name },
    isNoop: (active?.id === config.id) === config.isActive,
  }
}

/** Makes a change that takes a snapshot first. Returns it; undefined: there was nothing to change. */
async function withSnapshot(
  change: (beforeStore: SaveOptions['beforeStore']) => Promise<unknown>,
  take: (state: SaveContext) => Promise<Snapshot>
): Promise<Snapshot | undefined> {
  const taken: Snapshot[] = []
  await change(async (state) => {
    taken.push(await take(state))
  })
  return taken.at(-1)
}

async function toOutcome(config: SmtpConfig, found?: Snapshot): Promise<ActivationOutcome> {
  if (found && !found.isNoop) {
    return { health: found.health, before: found.active }
  }
  const [health, last] = [await currentHealth(config), await lastChange(config.scope)]
  return { health, before: last?.from ?? null }
}

async function currentHealth(config: SmtpConfig, client?: QueryClientContract): Promise<Health> {
  const healths = await healthOf([config], client)
  return healths.get(config.id)!
}

/** An undo applies while the configuration that it replaces is active, or if it is done already. */
function assertUndoStillApplies(
  config: SmtpConfig,
  { active }: Snapshot,
  undoes: DeactivationRequest['undoes']
) {
  const now = active?.id ?? null
  const goal = config.isActive ? config.id : null
  if (undoes !== undefined && now !== undoes && now !== goal) {
    throw new E_SMTP_SWITCHED_MEANWHILE([config.name])
  }
}

/** Before the transaction: the app may use its database. */
async function askApp(config: SmtpConfig, { beforeActivate }: ActivationRequest) {
  const refuse = (error: unknown) => (error instanceof Error ? error.message : String(error))
  const reason = await Promise.try(() => beforeActivate?.(config)).catch(refuse)
  if (reason) {
    throw new E_SMTP_ACTIVATION_REFUSED(config.name, reason)
  }
}

async function requireTest(
  config: SmtpConfig,
  { health: { state }, isNoop }: Snapshot,
  { policy, reason, revision, undoes }: ActivationRequest,
  client: QueryClientContract
) {
  if (policy === 'warn' || !config.isActive || isNoop || state === 'working') {
    return
  }
  // The change has not raised the stored revision yet.
  const stored = config.$original.revision
  const isReasoned = reason !== undefined && (revision ?? stored) === stored
  const isAllowedUndo = undoes !== undefined && (await isUndo(config, client))
  if (!isReasoned && !isAllowedUndo) {
    throw new E_SMTP_TEST_REQUIRED([config.name, HEALTH_REASONS[state]])
  }
}
