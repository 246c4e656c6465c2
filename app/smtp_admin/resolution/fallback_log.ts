import type { Logger } from '@adonisjs/core/logger'
import { describeCandidate } from './candidate.js'
import type { Resolution, Step } from './resolver.js'

/** How many accounts are told apart before the log starts afresh. */
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

  /** Compares with what was said last for this account, or for the site. */
  report({ candidates, steps, databaseProblem }: Resolution, account?: string | number) {
    const [inEffect] = candidates
    const key = String(account ?? 'site')
    const passedOver = steps.slice(0, inEffect ? steps.findIndex(isInEffect) : undefined)
    const reasons = passedOver.map((step) => step.sentence).join(' ')
    const state = [inEffect?.source, inEffect?.id, inEffect?.name, databaseProblem, reasons].join()
    if (this.#states.get(key) === state) {
      return
    }
    this.#remember(key, state)

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

  #remember(key: string, state: string) {
    if (this.#states.size >= REMEMBERED) {
      this.#states.clear()
    }
    this.#states.set(key, state)
  }
}

function isInEffect(step: Step) {
  return step.state === 'in effect'
}
