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
  pass(detail: string) {
    this.#end('passed', detail)
  }

  /** The step under way is not asked for. */
  skip(detail: string) {
    this.#end('skipped', detail)
  }

  /** The step under way has failed, or was cancelled: no other is reached. */
  stop(state: 'failed' | 'cancelled', detail: string) {
    this.#end(state, detail)
    while (this.current) {
      this.#end('not_reached', '')
    }
  }

  /** Says more of a step that has ended. */
  revise(name: StageName, detail: string) {
    const stage = this.stages.find((it) => it.name === name)
    if (stage) {
      stage.detail = detail
    }
  }

  #end(state: StageState, detail: string) {
    const name = this.#waiting.shift()
    if (name) {
      const now = performance.now()
      const stage = { name, state, ms: Math.round(now - this.#since), detail }
      this.#since = now
      this.stages.push(stage)
      this.#tell(stage)
    }
  }
}
