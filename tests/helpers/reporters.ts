import { writeFileSync } from 'node:fs'
import { dot, ndjson, spec } from '@japa/runner/reporters'
import type { Config, NamedReporterContract } from '@japa/runner/types'

/** Writes what a run counted, so that scripts/test.ts can add up several runs. */
function summary(file: string): NamedReporterContract {
  return {
    name: 'summary',
    handler(runner, emitter) {
      const skipped: string[] = []
      const pinned: string[] = []

      emitter.on('test:end', ({ title, meta, isSkipped, isTodo, isPinned, skipReason }) => {
        const name = [meta.group?.title, title.expanded].filter(Boolean).join(' / ')
        if (isSkipped || isTodo) {
          skipped.push(`${name} (${isTodo ? 'to do' : (skipReason ?? 'no reason given')})`)
        }
        if (isPinned) {
          pinned.push(name)
        }
      })

      emitter.on('runner:end', () => {
        const { passed, regression, failed } = runner.getSummary().aggregates
        const counted = { passed: passed + regression, failed, skipped, pinned }
        writeFileSync(file, JSON.stringify(counted))
      })
    },
  }
}

const file = process.env.TEST_SUMMARY_FILE

/** Readable output, and the counts as well where scripts/test.ts asks for them. */
export const reporters: Config['reporters'] = {
  activated: file ? ['spec', 'summary'] : ['spec'],
  list: [spec(), dot(), ndjson(), ...(file ? [summary(file)] : [])],
}
