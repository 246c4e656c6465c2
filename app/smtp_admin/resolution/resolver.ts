import { SITE_SCOPE, accountScope } from '../models/scope.js'
import type { ActiveConfigs, ActiveConfigsReading } from './active_configs.js'
import { type Candidate, type CandidateSource, describeCandidate } from './candidate.js'
import type { Environment } from './environment.js'

/**
 * What became of one place to look: its server is in effect, comes next, is there but cannot be
 * used, or there is none.
 */
export type StepState = 'in effect' | 'next' | 'unusable' | 'absent'

/** One place that was looked at, and what was found there in one sentence. */
export interface Step {
  source: CandidateSource
  state: StepState
  sentence: string
}

/** The servers that a message may use, best first, and the reason for each decision. */
export interface Resolution {
  candidates: Candidate[]
  steps: Step[]
  /** Why the database could not be read; null when it was. */
  databaseProblem: string | null
}

interface Finding {
  source: CandidateSource
  candidate: Candidate | null
  isBroken: boolean
  sentence: string
}

const NO_CONFIGURATION = {
  site: 'No active SMTP configuration found in the database',
  account: 'The account has no active SMTP configuration of its own',
}

const ACTIVE_CONFIGURATION = {
  site: 'the active configuration in the database',
  account: 'the active configuration of the account',
}

/** Decides which servers a message may go through, in which order, and says why. */
export class Resolver {
  #configs: ActiveConfigs
  #environment: Environment
  #readable = new Map<string, boolean>()

  constructor(configs: ActiveConfigs, environment: Environment) {
    this.#configs = configs
    this.#environment = environment
  }

  get environment(): Environment {
    return this.#environment
  }

  /**
   * @param account the account that sends; its own active configuration goes before the site's
   * @throws E_INVALID_SMTP_ACCOUNT
   */
  async resolve(account?: string | number): Promise<Resolution> {
    const scopes = account === undefined ? [SITE_SCOPE] : [accountScope(account), SITE_SCOPE]
    const reading = await this.#configs.read(scopes)

    const found = [...scopes.map((scope) => this.#look(scope, reading)), this.#lookAtEnvironment()]
    const candidates = found.flatMap(({ candidate }) => candidate ?? [])
    const steps = found.map(({ candidate, source, sentence, isBroken }): Step => {
      if (candidate) {
        return { source, state: candidate === candidates[0] ? 'in effect' : 'next', sentence }
      }
      return { source, state: isBroken ? 'unusable' : 'absent', sentence }
    })
    return { candidates, steps, databaseProblem: reading.problem }
  }

  #look(scope: string, { byScope, problem }: ActiveConfigsReading): Finding {
    const source = scope === SITE_SCOPE ? 'site' : 'account'
    const candidate = byScope.get(scope)
    if (candidate === undefined) {
      const sentence = `The database could not be read (${problem}).`
      return { source, candidate: null, isBroken: true, sentence }
    }
    const known = problem ? `, as last known: the database could not be read (${problem})` : ''
    if (candidate === null) {
      const sentence = `${NO_CONFIGURATION[source]}${known}.`
      return { source, candidate, isBroken: false, sentence }
    }

    const label = describeCandidate(candidate)
    if (!this.#opens(candidate)) {
      const sentence = `The stored password of ${label} cannot be decrypted: enter it again.`
      return { source, candidate: null, isBroken: true, sentence }
    }
    const sentence = `${label} is ${ACTIVE_CONFIGURATION[source]}${known}.`
    return { source, candidate, isBroken: false, sentence }
  }

  #lookAtEnvironment(): Finding {
    const { candidate, reason, isBroken } = this.#environment
    return { source: 'environment', candidate, isBroken, sentence: reason }
  }

  /**
   * A username without its password does not open either: nobody meant to connect without login.
   * Opening costs more than all the rest, and the answer holds for as long as the key does.
   */
  #opens({ key, username, password }: Candidate): boolean {
    if (!password) {
      return username === null
    }
    const known = this.#readable.get(key)
    if (known !== undefined) {
      return known
    }
    if (this.#readable.size >= 1000) {
      this.#readable.clear()
    }
    const isReadable = password.isReadable()
    this.#readable.set(key, isReadable)
    return isReadable
  }
}
