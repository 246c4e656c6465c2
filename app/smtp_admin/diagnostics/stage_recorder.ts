import type { Message } from '../i18n/types.js'
import type { Stage, StageName, StageState } from '../models/test_report.js'
import type { Encryption } from '../types/main.js'

/** The stages of a test in order. With implicit TLS the handshake comes before the greeting. */
export function stagesFor(encryption: Encryption): StageName[] {
  const session: StageName[] =
    encryption === 'tls' ? ['tls', 'greeting', 'ehlo'] : ['greeting', 'ehlo', 'tls']
  const envelope: StageName[] = ['authentication', 'sender', 'recipient', 'message']
  return ['settings', 'lookup', 'connect', ...session, ...envelope]
}

/** Ends the stages of a test one by one, in order, and emits each stage as it ends. */
export class StageRecorder {
  readonly stages: Stage[] = []
  #pending: StageName[]
  #emit: (stage: Stage) => void
  #startedAt = performance.now()

  constructor(names: StageName[], emit: (stage: Stage) => void) {
    this.#pending = [...names]
    this.#emit = emit
  }

  /** The stage in progress; null: all stages have ended. */
  get current(): StageName | null {
    return this.#pending[0] ?? null
  }

  pass(message: Message): void {
    this.#end('passed', [message])
  }

  skip(reason: Message): void {
    this.#end('skipped', [reason])
  }

  /** Ends the current stage and the test: later stages are not reached. */
  stop(state: 'failed' | 'cancelled', messages: Message[]): void {
    this.#end(state, messages)
    while (this.current) {
      this.#end('not_reached', [])
    }
  }

  /** Replaces the message of a stage that has ended. */
  amend(name: StageName, message: Message): void {
    const stage = this.stages.find((it) => it.name === name)
    if (stage) {
      stage.messages = [message]
    }
  }

  #end(state: StageState, messages: Message[]) {
    const name = this.#pending.shift()
    if (name) {
      const now = performance.now()
      const stage = { name, state, ms: Math.round(now - this.#startedAt), messages }
      this.#startedAt = now
      this.stages.push(stage)
      this.#emit(stage)
    }
  }
}
