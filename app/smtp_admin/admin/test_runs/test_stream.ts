import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { stageTitle } from '../../diagnostics/messages.js'
import { stagesFor } from '../../diagnostics/stage_recorder.js'
import type { TestOutcome } from '../../diagnostics/test_runner.js'
import type { Stage } from '../../models/test_report.js'
import type { Encryption } from '../../types/main.js'
import { translateFor } from '../http/locale.js'
import { LINES } from './ndjson.js'
import { presentStage } from '../presenters/test_result.js'

/** A test to tell of while it runs. */
export interface LiveTest {
  encryption: Encryption
  run: (onStage: (stage: Stage) => void) => Promise<TestOutcome>
  /** What is told at the end. */
  conclude: (outcome: TestOutcome) => object
}

/**
 * Answers with a line of JSON for each step as it ends, and one at the end.
 *
 * @throws whatever the test is refused with before its first step has ended
 */
export async function streamTest(ctx: HttpContext, test: LiveTest): Promise<void> {
  const { response } = ctx
  const lines = new PassThrough()
  // Who reads the lines learns of a failure by their breaking off.
  lines.on('error', () => {})
  const write = (line: object) => lines.write(`${JSON.stringify(line)}\n`)
  const begun = Promise.withResolvers<void>()
  const translate = translateFor(ctx)
  const titles = stagesFor(test.encryption).map((name) => stageTitle(translate, name))

  const ended = test.run((stage) => {
    const shown = presentStage(stage, translate)
    write({ stage: shown, next: titles[titles.indexOf(shown.title) + 1] ?? null })
    begun.resolve()
  })
  ended.then(
    (outcome) => {
      write(test.conclude(outcome))
      lines.end()
    },
    (error) => lines.destroy(error)
  )
  // Until then it may be refused, with a status of its own.
  await Promise.race([begun.promise, ended])

  response.header('Content-Type', `${LINES}; charset=utf-8`)
  response.header('Cache-Control', 'no-store, no-transform')
  response.header('X-Accel-Buffering', 'no')
  response.stream(lines)
}
