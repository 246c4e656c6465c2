import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { stageTitle } from '../../diagnostics/messages.js'
import { stagesFor } from '../../diagnostics/stage_recorder.js'
import type { TestOutcome } from '../../diagnostics/test_runner.js'
import type { Stage } from '../../models/test_report.js'
import type { Encryption } from '../../types/main.js'
import { translateFor } from '../http/locale.js'
import { NDJSON } from '../http/streaming.js'
import { presentStage } from '../presenters/test_result.js'

export interface StreamedTest {
  encryption: Encryption
  run: (onStage: (stage: Stage) => void) => Promise<TestOutcome>
  /** The last line. */
  conclude: (outcome: TestOutcome) => object
}

/**
 * Responds with a line of JSON for each stage as it ends, and one for the result.
 *
 * @throws the error that the test fails with before its first stage has ended
 */
export async function streamTest(ctx: HttpContext, test: StreamedTest): Promise<void> {
  const { response } = ctx
  const lines = new PassThrough()
  // An error ends the response early, which tells the script that the test failed.
  lines.on('error', () => {})
  const write = (line: object) => lines.write(`${JSON.stringify(line)}\n`)
  const started = Promise.withResolvers<void>()
  const translate = translateFor(ctx)
  const titles = stagesFor(test.encryption).map((name) => stageTitle(translate, name))

  const finished = test
    .run((stage) => {
      const view = presentStage(stage, translate)
      write({ stage: view, next: titles[titles.indexOf(view.title) + 1] ?? null })
      started.resolve()
    })
    .then((outcome) => {
      write(test.conclude(outcome))
      lines.end()
    })
  finished.catch((error) => lines.destroy(error))
  // Until the first stage has ended, an error can still set the status of the response.
  await Promise.race([started.promise, finished])

  response.header('Content-Type', `${NDJSON}; charset=utf-8`)
  response.header('Cache-Control', 'no-store, no-transform')
  response.header('X-Accel-Buffering', 'no')
  response.stream(lines)
}
