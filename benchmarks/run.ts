import { mkdtemp, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ROOT, stopAll } from '../scripts/lib/child.ts'
import { interruption } from '../scripts/lib/interruption.ts'
import { PAGES } from './pages.ts'
import { type Times, verdict } from './ratios.ts'
import { type SampleApp, startSampleApp } from './sample_app.ts'
import type { Visitor } from './visitor.ts'

const FEW = 10
const MANY = 10_000
const ROUNDS = 30
const WARM_UP = 5

/**
 * How long each page takes with few rows and with many, one right after the other in every round: what
 * else the machine does meets both alike.
 */
async function measure(few: Visitor, many: Visitor): Promise<Map<string, Times>> {
  const times = new Map(Object.keys(PAGES).map((page) => [page, { few: [], many: [] } as Times]))
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [page, path] of Object.entries(PAGES)) {
      const taken = { few: await few.time(path), many: await many.time(path) }
      if (round >= 0) {
        times.get(page)!.few.push(taken.few)
        times.get(page)!.many.push(taken.many)
      }
    }
  }
  return times
}

/** Says how many times as long pages take with many rows, and fails when that is too long. */
async function benchmark() {
  const folder = await mkdtemp(fileURLToPath(new URL('tmp/benchmark-', ROOT)))
  const apps: SampleApp[] = []
  try {
    for (const configs of [FEW, MANY]) {
      apps.push(await startSampleApp(configs, folder))
    }
    const [few, many] = apps.map(({ visitor }) => visitor)
    const { lines, succeeded } = verdict(await measure(few, many))
    console.log(`The time of a page with ${MANY} configurations, in times of that with ${FEW}:\n`)
    console.log(lines.join('\n'))
    process.exitCode = succeeded ? 0 : 1
  } finally {
    await stopAll()
    await Promise.all(apps.map(({ cleanUp }) => cleanUp()))
    await rm(folder, { recursive: true, force: true })
  }
}

const interrupted = interruption()
interrupted.addEventListener('abort', () => stopAll())
await benchmark().catch((error: Error) => {
  console.error(interrupted.aborted ? 'Interrupted: nothing was measured.' : error.message)
  process.exitCode = 1
})
