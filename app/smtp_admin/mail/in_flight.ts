/** Work that has begun and not ended yet. */
export class Underway {
  #work = new Set<Promise<unknown>>()

  /** Counts this work in until it ends, and hands it back. */
  add<Result>(work: Promise<Result>): Promise<Result> {
    const forget = () => this.#work.delete(work)
    this.#work.add(work)
    work.then(forget, forget)
    return work
  }

  /** Resolves when all that has begun by now has ended, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#work)
  }
}
