import { setTimeout } from 'node:timers/promises'

/** Waits for something that happens after the response, and fails when it does not within two seconds. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string) {
  const deadline = Date.now() + 2000

  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`This did not happen within two seconds: ${what}`)
    }
    await setTimeout(10)
  }
}

/**
 * Does some work, and says how long the event loop was held at the longest, in milliseconds of
 * computing: what other processes take of a busy machine is not counted. It looks at every turn:
 * `monitorEventLoopDelay` tells nothing of work that ends before its timer runs.
 */
export async function longestTurn<T>(work: () => Promise<T>): Promise<[result: T, ms: number]> {
  let longest = 0
  let since = computed()
  const look = () => {
    const now = computed()
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

/** What this thread has computed so far, in milliseconds. */
function computed(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
