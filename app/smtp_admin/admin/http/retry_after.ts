import { E_SMTP_TESTS_BUSY, E_TOO_MANY_SMTP_TESTS } from '../../errors.js'
import type { Message } from '../../i18n/types.js'

/** A test takes its time; how long the running ones will is not known. */
const WHEN_BUSY_SECONDS = 5

/** What is refused for now, and after how many seconds it may be tried again. */
export interface RefusedForNow {
  title: Message
  message: Message
  seconds: number
}

/** Null: the error is something else. */
export function refusedForNow(error: unknown): RefusedForNow | null {
  if (error instanceof E_SMTP_TESTS_BUSY) {
    return {
      title: { key: 'errors.busy' },
      message: { key: 'errors.testsRunning' },
      seconds: WHEN_BUSY_SECONDS,
    }
  }
  if (error instanceof E_TOO_MANY_SMTP_TESTS) {
    const { retryAfter: seconds = WHEN_BUSY_SECONDS } = error as { retryAfter?: number }
    return {
      title: { key: 'errors.tooManyTests' },
      message: { key: 'errors.testedTooOften', params: { count: seconds } },
      seconds,
    }
  }
  return null
}

/** What is refused for now is an answer as well; anything else is thrown on. */
export function orRefused(error: unknown): RefusedForNow {
  const refused = refusedForNow(error)
  if (!refused) {
    throw error
  }
  return refused
}
