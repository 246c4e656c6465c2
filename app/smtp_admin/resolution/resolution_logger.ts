import type { Logger } from '@adonisjs/core/logger'
import type { Events } from '../events.js'
import { en, format } from '../i18n/format.js'
import { SITE_SCOPE, accountScope } from '../models/scope.js'
import type { SkippedServer } from '../types/events.js'
import { type Candidate, describeCandidate, toServerRef } from './candidate.js'
import type { Resolution, Step } from './resolver.js'

/** Scopes whose state is remembered. */
const MAX_REMEMBERED = 1000

/** What a scope used last: everything that a log line depends on. */
interface State {
  candidate: Candidate | undefined
  databaseError: string | null
  skipped: string
}

/**
 * Logs which server is used, once per change: at warn with the reason when it is not the one that an
 * administrator activated, which is also emitted as `smtp_admin:fallback`; otherwise at info.
 */
export class ResolutionLogger {
  #logger: Logger
  #events: Events
  #states = new Map<string, State>()

  constructor(logger: Logger, events: Events) {
    this.#logger = logger
    this.#events = events
  }

  /**
   * Compares with the last resolution of the site, or of an account that has a configuration of its own.
   * Accounts without one use the site's, which is not logged for each of them.
   */
  report(resolution: Resolution, account?: string | number) {
    const { candidates, databaseError } = resolution
    const [candidate] = candidates
    const steps = resolution.steps.filter((step) => !isAccountWithoutConfig(step))
    const skipped = candidate ? steps.slice(0, steps.findIndex(isSelected)) : steps
    const state = { candidate, databaseError, skipped: skipped.map(fingerprint).join() }
    if (!this.#changed(state, resolution, account)) {
      return
    }
    const isFallback =
      candidate === undefined ||
      candidate.source === 'environment' ||
      databaseError !== null ||
      skipped.some((step) => step.state === 'unusable')
    if (!isFallback) {
      this.#logger.info(`Using SMTP config from database: ${describeCandidate(candidate)}.`)
      return
    }
    this.#log(candidate, skipped, databaseError)
    this.#events.emit('smtp_admin:fallback', {
      account: account ?? null,
      server: candidate ? toServerRef(candidate) : null,
      skipped: skipped.map(toSkippedServer),
      databaseError,
    })
  }

  #log(candidate: Candidate | undefined, skipped: Step[], databaseError: string | null) {
    const reasons = formatSteps(skipped)
    if (!candidate) {
      this.#logger.error(`There is no SMTP server to send through. ${reasons}`)
    } else if (candidate.source === 'environment') {
      const server = `${candidate.host}:${candidate.port}`
      this.#logger.warn(`${reasons} Falling back to the environment's server ${server}.`)
    } else {
      const reason = databaseError ? `The database could not be read (${databaseError}).` : reasons
      this.#logger.warn(`${reason} Using ${describeCandidate(candidate)}.`)
    }
  }

  #changed(state: State, { steps }: Resolution, account?: string | number): boolean {
    const ownScope = account === undefined ? SITE_SCOPE : accountScope(account)
    const scope = steps.some(isAccountWithoutConfig) ? SITE_SCOPE : ownScope
    const hasLostItsOwn = scope !== ownScope && this.#states.delete(ownScope)
    const last = this.#states.get(scope)
    if (last && isSameState(last, state)) {
      return hasLostItsOwn
    }
    if (this.#states.size >= MAX_REMEMBERED) {
      this.#states.clear()
    }
    this.#states.set(scope, state)
    return true
  }
}

/** The messages of some steps in English, one after the other. */
export function formatSteps(steps: Step[]): string {
  return steps.map(({ message }) => format(en, message)).join(' ')
}

function isSameState(one: State, other: State): boolean {
  return (
    isSameServer(one.candidate, other.candidate) &&
    one.databaseError === other.databaseError &&
    one.skipped === other.skipped
  )
}

function isSameServer(one: Candidate | undefined, other: Candidate | undefined): boolean {
  return one === other || (one?.id === other?.id && one?.name === other?.name)
}

function toSkippedServer({ source, state, message }: Step): SkippedServer {
  return { source, state: state as SkippedServer['state'], reason: format(en, message) }
}

function fingerprint({ source, message }: Step): string {
  return `${source} ${JSON.stringify(message)}`
}

function isAccountWithoutConfig(step: Step): boolean {
  return step.source === 'account' && step.state === 'missing'
}

function isSelected(step: Step): boolean {
  return step.state === 'selected'
}
