import { E_SMTP_TESTS_BUSY, E_TOO_MANY_SMTP_TESTS } from '../errors.js'

/** A test takes its time; how long the running ones will is not known. */
const WHEN_BUSY_SECONDS = 5

/** What is refused for now, and after how many seconds it may be tried again. */
export interface RefusedForNow {
  title: string
  message: string
  seconds: number
}

/** Null: the error is something else. */
export function refusedForNow(error: unknown): RefusedForNow | null {
  if (error instanceof E_SMTP_TESTS_BUSY) {
    return { title: 'Busy', message: error.message, seconds: WHEN_BUSY_SECONDS }
  }
  if (error instanceof E_TOO_MANY_SMTP_TESTS) {
    const { retryAfter = WHEN_BUSY_SECONDS } = error as { retryAfter?: number }
    return { title: 'Too many tests', message: error.message, seconds: retryAfter }
  }
  return null
}
