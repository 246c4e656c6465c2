import { SITE_SCOPE, accountScope } from '../models/scope.js'
import type { Message } from '../i18n/types.js'
import type { ActiveConfigs, ActiveConfigsReading } from './active_configs.js'
import { type Candidate, type CandidateSource, describeCandidate } from './candidate.js'
import type { Environment } from './environment.js'

/**
 * `selected`: its server is used. `standby`: its server comes next. `unusable`: it has a server that
 * cannot be used. `missing`: it has none.
 */
export type StepState = 'selected' | 'standby' | 'unusable' | 'missing'

/** One source of servers, and the result of asking it. */
export interface Step {
  source: CandidateSource
  state: StepState
  message: Message
}

/** The servers that a message may use, best first, and the reason for each decision. */
export interface Resolution {
  candidates: Candidate[]
  steps: Step[]
  /** Why the database could not be read; null when it was. */
  databaseError: string | null
}

/** What one source has: a server, one that cannot be used, or none. */
interface Finding {
  source: CandidateSource
  candidate: Candidate | null
  isBroken: boolean
  message: Message
}

/** Decides which servers a message may go through, in which order, and why. */
export class Resolver {
  /** The environment's server; a test replaces it. */
  environment: Environment
  #configs: ActiveConfigs
  #decryptable = new WeakMap<Candidate, boolean>()

  constructor(configs: ActiveConfigs, environment: Environment) {
    this.#configs = configs
    this.environment = environment
  }

  /**
   * @param account the account that sends; its own active configuration goes before the site's
   * @throws E_INVALID_SMTP_ACCOUNT
   */
  async resolve(account?: string | number): Promise<Resolution> {
    const scopes = account === undefined ? [SITE_SCOPE] : [accountScope(account), SITE_SCOPE]
    const reading = await this.#configs.read(scopes)

    const findings = scopes.map((scope) => this.#fromScope(scope, reading))
    findings.push(this.#fromEnvironment())
    const candidates = findings.flatMap(({ candidate }) => candidate ?? [])
    const steps = findings.map(({ candidate, source, message, isBroken }): Step => {
      if (candidate) {
        return { source, message, state: candidate === candidates[0] ? 'selected' : 'standby' }
      }
      return { source, message, state: isBroken ? 'unusable' : 'missing' }
    })
    return { candidates, steps, databaseError: reading.databaseError }
  }

  #fromScope(scope: string, { byScope, databaseError: problem }: ActiveConfigsReading): Finding {
    const source = scope === SITE_SCOPE ? 'site' : 'account'
    const candidate = byScope.get(scope)
    if (candidate === undefined) {
      const message: Message = { key: 'resolution.unreadDatabase', params: { problem } }
      return { source, candidate: null, isBroken: true, message }
    }
    const staleness = problem === null ? '' : 'AsKnown'
    if (candidate === null) {
      const key = `resolution.${source}None${staleness}` as const
      return { source, candidate, isBroken: false, message: { key, params: { problem } } }
    }

    const label = describeCandidate(candidate)
    if (!this.#canDecrypt(candidate)) {
      const message: Message = { key: 'resolution.unreadablePassword', params: { label } }
      return { source, candidate: null, isBroken: true, message }
    }
    const key = `resolution.${source}Active${staleness}` as const
    return { source, candidate, isBroken: false, message: { key, params: { label, problem } } }
  }

  #fromEnvironment(): Finding {
    const { candidate, reason, isBroken } = this.environment
    return { source: 'environment', candidate, isBroken, message: reason }
  }

  /** A username without its password cannot be used either: connecting without a login is not meant. */
  #canDecrypt(candidate: Candidate): boolean {
    const { password, username } = candidate
    if (!password) {
      return username === null
    }
    let answer = this.#decryptable.get(candidate)
    if (answer === undefined) {
      answer = password.canDecrypt()
      this.#decryptable.set(candidate, answer)
    }
    return answer
  }
}
