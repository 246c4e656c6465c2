import { sayInTurn } from '../i18n/kept.js'
import type { Phrase } from '../i18n/types.js'
import { english } from '../i18n/format.js'
import type { Stage, StageName, StageState } from './stages.js'

/** Where a test is: each step ends once, in their order, and is told as it ends. */
export class Progress {
  readonly stages: Stage[] = []
  #waiting: StageName[]
  #tell: (stage: Stage) => void
  #since = performance.now()

  constructor(order: StageName[], tell: (stage: Stage) => void) {
    this.#waiting = [...order]
    this.#tell = tell
  }

  /** The step under way; null: all have ended. */
  get current(): StageName | null {
    return this.#waiting[0] ?? null
  }

  /** The step under way has ended well. */
  pass(found: Phrase) {
    this.#end('passed', [found])
  }

  /** The step under way is not asked for. */
  skip(why: Phrase) {
    this.#end('skipped', [why])
  }

  /** The step under way has failed, or was cancelled: no other is reached. */
  stop(state: 'failed' | 'cancelled', why: Phrase[]) {
    this.#end(state, why)
    while (this.current) {
      this.#end('not_reached', [])
    }
  }

  /** Says more of a step that has ended. */
  revise(name: StageName, found: Phrase) {
    const stage = this.stages.find((it) => it.name === name)
    if (stage) {
      Object.assign(stage, detailOf([found]))
    }
  }

  #end(state: StageState, phrases: Phrase[]) {
    const name = this.#waiting.shift()
    if (name) {
      const now = performance.now()
      const stage = { name, state, ms: Math.round(now - this.#since), ...detailOf(phrases) }
      this.#since = now
      this.stages.push(stage)
      this.#tell(stage)
    }
  }
}

function detailOf(phrases: Phrase[]): Pick<Stage, 'detail' | 'phrases'> {
  return phrases.length > 0 ? { detail: sayInTurn(english, phrases), phrases } : { detail: '' }
}
