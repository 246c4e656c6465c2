import type { Logger } from '@adonisjs/core/logger'
import { SITE_SCOPE, accountScope } from '../models/scope.js'
import { describeCandidate } from './candidate.js'
import type { Resolution, Step } from './resolver.js'

/** How many scopes are told apart before the log starts afresh. */
const REMEMBERED = 1000

/**
 * Tells the log which server is in effect, once per change: at warn with the reason when it is not
 * the one that an administrator made active, at info otherwise.
 */
export class FallbackLog {
  #logger: Logger
  #states = new Map<string, string>()

  constructor(logger: Logger) {
    this.#logger = logger
  }

  /**
   * Compares with what was said last for the site, or for an account that has a configuration of its
   * own. An account without one uses the site's, which need not be said for each of them.
   */
  report(resolution: Resolution, account?: string | number) {
    const { candidates, databaseProblem } = resolution
    const [inEffect] = candidates
    const steps = resolution.steps.filter((step) => !isOfNoAccount(step))
    const passedOver = steps.slice(0, inEffect ? steps.findIndex(isInEffect) : undefined)
    const reasons = passedOver.map((step) => step.sentence).join(' ')
    const state = [inEffect?.source, inEffect?.id, inEffect?.name, databaseProblem, reasons].join()
    if (!this.#isNews(state, resolution, account)) {
      return
    }

    if (!inEffect) {
      this.#logger.error(`There is no SMTP server to send through. ${reasons}`)
    } else if (inEffect.source === 'environment') {
      const server = `${inEffect.host}:${inEffect.port}`
      this.#logger.warn(`${reasons} Falling back to the environment's server ${server}.`)
    } else if (databaseProblem || passedOver.some((step) => step.state === 'unusable')) {
      const reason = databaseProblem
        ? `The database could not be read (${databaseProblem}).`
        : reasons
      this.#logger.warn(`${reason} Using ${describeCandidate(inEffect)}.`)
    } else {
      this.#logger.info(`Using SMTP config from database: ${describeCandidate(inEffect)}.`)
    }
  }

  #isNews(state: string, { steps }: Resolution, account?: string | number): boolean {
    const ownScope = account === undefined ? SITE_SCOPE : accountScope(account)
    const scope = steps.some(isOfNoAccount) ? SITE_SCOPE : ownScope
    const hasLostItsOwn = scope !== ownScope && this.#states.delete(ownScope)
    if (this.#states.get(scope) === state) {
      return hasLostItsOwn
    }
    if (this.#states.size >= REMEMBERED) {
      this.#states.clear()
    }
    this.#states.set(scope, state)
    return true
  }
}

function isOfNoAccount(step: Step) {
  return step.source === 'account' && step.state === 'absent'
}

function isInEffect(step: Step) {
  return step.state === 'in effect'
}
