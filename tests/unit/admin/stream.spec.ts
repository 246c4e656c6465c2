import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { HttpContext } from '@adonisjs/core/http'
import { test } from '@japa/runner'
import { type StreamedTest, streamTest } from '../../../app/smtp_admin/admin/test_runs/stream.js'
import type { TestOutcome } from '../../../app/smtp_admin/diagnostics/test_runner.js'
import type { Stage } from '../../../app/smtp_admin/models/test_report.js'

const VALID: Stage = {
  name: 'settings',
  state: 'passed',
  ms: 1,
  messages: [{ key: 'stages.valid' }],
}

const OUTCOME = { run: null } as unknown as TestOutcome

/** Streams a test and returns the body of the response. */
async function stream(streamed: Partial<StreamedTest>): Promise<Readable | null> {
  let body: Readable | null = null
  const response = {
    header() {},
    stream(readable: Readable) {
      body = readable
    },
  }
  await streamTest({ response } as unknown as HttpContext, {
    encryption: 'starttls',
    run: async (onStage) => {
      onStage(VALID)
      return OUTCOME
    },
    conclude: () => ({ url: null }),
    ...streamed,
  })
  return body
}

test.group('A streamed test', () => {
  test('has a line for each stage, and one for the result', async ({ assert }) => {
    const body = await stream({})

    const received = await text(body!)
    const lines = received.trimEnd().split('\n')
    assert.lengthOf(lines, 2)
    assert.containsSubset(JSON.parse(lines[0]), {
      stage: { title: 'Settings', state: 'passed' },
      next: 'DNS lookup',
    })
    assert.deepEqual(JSON.parse(lines[1]), { url: null })
  })

  test('that is refused before its first stage has no stream', async ({ assert }) => {
    await assert.rejects(
      () => stream({ run: () => Promise.reject(new Error('Test limit reached')) }),
      'Test limit reached'
    )
  })

  test('breaks off when the result cannot be presented', async ({ assert }) => {
    const body = await stream({
      run: async (onStage) => {
        onStage(VALID)
        await Promise.resolve()
        return OUTCOME
      },
      conclude: () => {
        throw new Error('No result')
      },
    })

    await assert.rejects(() => text(body!), 'No result')
  })
})
