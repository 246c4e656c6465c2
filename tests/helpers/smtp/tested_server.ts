import { inspect } from 'node:util'
import type { Assert } from '@japa/assert'
import {
  type TestOptions,
  testConnection,
} from '../../../app/smtp_admin/diagnostics/connection_test.js'
import type { TestResult } from '../../../app/smtp_admin/models/test_report.js'
import type { Candidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { PlainPassword } from '../../../app/smtp_admin/secrets/plain_password.js'
import { candidateOf } from './candidates.js'
import { KNOWN_SECRET } from '../db/configs.js'

/** A login whose password is the known secret. */
export const LOGIN = {
  username: 'mailer@example.com',
  password: new PlainPassword(KNOWN_SECRET),
} as const

/** Between whom tests try a message. */
export const ENVELOPE = { from: 'no-reply@example.com', to: 'reader@example.com' }

/** Seconds that a test takes at the most, where nothing has to be waited for. */
const PATIENCE = 10

interface Address {
  host: string
  port: number
}

/** Tests a server of this test: without encryption and login unless asked for. */
export function testOf(
  { host, port }: Address,
  values: Partial<Candidate> = {},
  options: Partial<TestOptions> = {}
): Promise<TestResult> {
  const candidate = candidateOf({
    ...{ host, port, encryption: 'none', timeout: PATIENCE, fromEmail: ENVELOPE.from },
    ...values,
  })
  return testConnection(candidate, { envelope: ENVELOPE, message: 'none', ...options })
}

/** It took no longer than its timeout and a second. */
export function assertInTime(assert: Assert, { ms }: TestResult, timeout = PATIENCE) {
  assert.isBelow(ms, (timeout + 1) * 1000)
}

/** Nothing in it can move a cursor, turn the direction of writing or hide. */
export function assertPrintable(assert: Assert, result: TestResult) {
  assert.notMatch(result.transcript.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  for (const text of textsOf({ ...result, transcript: '' })) {
    assert.notMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  }
}

/** All texts in a value, wherever they are. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(textsOf)
  }
  return typeof value === 'string' ? [value] : [inspect(value)]
}
