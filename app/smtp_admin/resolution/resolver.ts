import { SITE_SCOPE, accountScope } from '../models/scope.js'
import type { Phrase } from '../i18n/types.js'
import { english, say } from '../i18n/format.js'
import type { ActiveConfigs, ActiveConfigsReading } from './active_configs.js'
import { type Candidate, type CandidateSource, describeCandidate } from './candidate.js'
import type { Environment } from './environment.js'

/**
 * What became of one place to look: its server is in effect, comes next, is there but cannot be
 * used, or there is none.
 */
export type StepState = 'in effect' | 'next' | 'unusable' | 'absent'

/** One place that was looked at, and what was found there. */
export interface Step {
  source: CandidateSource
  state: StepState
  phrase: Phrase
  /** The same in English, for logs, commands and JSON. */
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
  phrase: Phrase
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
    const steps = found.map(({ candidate, source, phrase, isBroken }): Step => {
      const told = { source, phrase, sentence: say(english, phrase) }
      if (candidate) {
        return { ...told, state: candidate === candidates[0] ? 'in effect' : 'next' }
      }
      return { ...told, state: isBroken ? 'unusable' : 'absent' }
    })
    return { candidates, steps, databaseProblem: reading.problem }
  }

  #look(scope: string, { byScope, problem }: ActiveConfigsReading): Finding {
    const source = scope === SITE_SCOPE ? 'site' : 'account'
    const candidate = byScope.get(scope)
    if (candidate === undefined) {
      const phrase: Phrase = { key: 'resolution.unreadDatabase', values: { problem } }
      return { source, candidate: null, isBroken: true, phrase }
    }
    const certainty = problem ? 'AsKnown' : ''
    if (candidate === null) {
      const key = `resolution.${source}None${certainty}` as const
      return { source, candidate, isBroken: false, phrase: { key, values: { problem } } }
    }

    const label = describeCandidate(candidate)
    if (!this.#opens(candidate)) {
      const phrase: Phrase = { key: 'resolution.unreadablePassword', values: { label } }
      return { source, candidate: null, isBroken: true, phrase }
    }
    const key = `resolution.${source}Active${certainty}` as const
    return { source, candidate, isBroken: false, phrase: { key, values: { label, problem } } }
  }

  #lookAtEnvironment(): Finding {
    const { candidate, reason, isBroken } = this.#environment
    return { source: 'environment', candidate, isBroken, phrase: reason }
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
