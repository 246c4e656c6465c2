interface Deadline {
  /** By performance.now(). */
  at: number
  controller: AbortController
}

/**
 * Aborts sends after a time that is the same for all. One timer serves them: the oldest send ends first.
 * A timer for each (`AbortSignal.timeout`) costs as much as the rest of the transport.
 */
export class SendTimeouts {
  #ms: number
  /** In the order in which they end. */
  #deadlines = new Set<Deadline>()
  #timer: NodeJS.Timeout | null = null

  /** @param seconds that one send may take */
  constructor(seconds: number) {
    this.#ms = seconds * 1000
  }

  /** Runs a send with a signal that aborts it, with a `TimeoutError` as the reason. */
  async run<Result>(send: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const deadline = { at: performance.now() + this.#ms, controller: new AbortController() }
    this.#deadlines.add(deadline)
    this.#timer ??= this.#abortLater(this.#ms)
    try {
      return await send(deadline.controller.signal)
    } finally {
      this.#deadlines.delete(deadline)
    }
  }

  #abortLater(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#abortExpired(), ms).unref()
  }

  #abortExpired() {
    const now = performance.now()
    for (const deadline of this.#deadlines) {
      // A timer may fire a fraction of a millisecond early.
      if (deadline.at > now + 1) {
        this.#timer = this.#abortLater(deadline.at - now)
        return
      }
      this.#deadlines.delete(deadline)
      deadline.controller.abort(new DOMException('The send took too long', 'TimeoutError'))
    }
    this.#timer = null
  }
}
