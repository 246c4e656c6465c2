/**
 * Does some work, and says how long the event loop was held at the longest, in milliseconds. It looks
 * at every turn: `monitorEventLoopDelay` tells nothing of work that ends before its timer runs.
 */
export async function longestTurn<T>(work: () => Promise<T>): Promise<[result: T, ms: number]> {
  let longest = 0
  let since = performance.now()
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - since)
    since = now
  }
  const turn = () => {
    look()
    immediate = setImmediate(turn)
  }
  let immediate = setImmediate(turn)
  try {
    const result = await work()
    look()
    return [result, longest]
  } finally {
    clearImmediate(immediate)
  }
}
