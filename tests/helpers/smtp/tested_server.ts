import { inspect } from 'node:util'
import type { Assert } from '@japa/assert'
import {
  type TestOptions,
  testConnection,
} from '../../../app/smtp_admin/diagnostics/connection_test.js'
import type { TestResult } from '../../../app/smtp_admin/models/test_report.js'
import type { Candidate } from '../../../app/smtp_admin/resolution/candidate.js'
import { Password } from '../../../app/smtp_admin/secrets/secret_box.js'
import { candidateOf } from './candidates.js'
import { KNOWN_SECRET } from '../db/configs.js'

/** A login whose password is the known secret. */
export const LOGIN = {
  username: 'mailer@example.com',
  password: new Password(KNOWN_SECRET),
} as const

/** The default envelope of a test. */
export const ENVELOPE = { from: 'no-reply@example.com', to: 'reader@example.com' }

/** The default timeout of a test, in seconds. */
const PATIENCE = 10

interface Address {
  host: string
  port: number
}

/** Tests a local server, by default without encryption and authentication. */
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

/** The test took at most a second longer than its timeout. */
export function assertInTime(assert: Assert, { ms }: TestResult, timeout = PATIENCE) {
  assert.isBelow(ms, (timeout + 1) * 1000)
}

/** The result contains no control, format or surrogate characters. */
export function assertPrintable(assert: Assert, result: TestResult) {
  assert.notMatch(result.transcript.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  for (const text of textsOf({ ...result, transcript: '' })) {
    assert.notMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  }
}

/** All texts in a value, at any depth. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(textsOf)
  }
  return typeof value === 'string' ? [value] : [inspect(value)]
}
