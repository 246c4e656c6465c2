import type { ApplicationService } from '@adonisjs/core/types'
import { E_SMTP_TESTS_BUSY, E_TOO_MANY_SMTP_TESTS } from '../../errors.js'
import type { Message } from '../../i18n/types.js'
import type { Author } from '../../types/main.js'

/** The part of a limiter of @adonisjs/limiter that is used. */
export interface Limiter {
  consume(key: string): Promise<unknown>
}

/** The part of the limiter's error that is used. */
interface LimitError {
  code?: string
  response?: { availableIn: number }
}

/** Enough to try settings out. */
const LIMIT = { requests: 10, duration: '1 minute' }
const WINDOW_MS = 60_000

const DEFAULT_RETRY_SECONDS = 60

/** Limits how often a user may start tests. */
export class TestLimit {
  #create: () => Promise<Limiter>
  #limiter?: Limiter

  /** @param create called by the first test, and again if it fails */
  constructor(create: () => Promise<Limiter>) {
    this.#create = create
  }

  /**
   * Counts a test for the user, or for the IP address of an unknown user.
   *
   * @throws E_TOO_MANY_SMTP_TESTS, with the seconds to wait as `retryAfter`
   */
  async count({ id, ip }: Pick<Author, 'id' | 'ip'>): Promise<void> {
    const subject = id === null ? `ip_${ip}` : `user_${id}`
    this.#limiter ??= await this.#create()
    try {
      await this.#limiter.consume(`smtp_admin_test_${subject}`)
    } catch (error) {
      throw toRateLimitError(error)
    }
  }
}

function toRateLimitError(error: unknown): unknown {
  const { code, response } = error as LimitError
  if (code !== 'E_TOO_MANY_REQUESTS') {
    return error
  }
  const retryAfter = Math.max(1, response?.availableIn ?? DEFAULT_RETRY_SECONDS)
  return Object.assign(new E_TOO_MANY_SMTP_TESTS([retryAfter]), { retryAfter })
}

/** Counts in this process, for an app without @adonisjs/limiter. */
class ProcessLimiter implements Limiter {
  #windows = new Map<string, { count: number; endsAt: number }>()

  async consume(key: string) {
    const now = Date.now()
    for (const [other, { endsAt }] of this.#windows) {
      if (endsAt <= now) {
        this.#windows.delete(other)
      }
    }
    const window = this.#windows.get(key) ?? { count: 0, endsAt: now + WINDOW_MS }
    this.#windows.set(key, window)
    window.count++
    if (window.count > LIMIT.requests) {
      const availableIn = Math.ceil((window.endsAt - now) / 1000)
      const error = new Error('Too many requests')
      throw Object.assign(error, { code: 'E_TOO_MANY_REQUESTS', response: { availableIn } })
    }
  }
}

/** A limiter in the app's own store, or in this process if the app has no limiter. */
export async function createLimiter(app: ApplicationService): Promise<Limiter> {
  if (app.container.hasBinding('limiter.manager')) {
    const manager = await app.container.make('limiter.manager')
    return manager.use(LIMIT)
  }
  return new ProcessLimiter()
}

/** It is not known when a running test ends. */
const BUSY_RETRY_SECONDS = 5

/** Why a test cannot start now, and the seconds until it can. */
export interface RateLimited {
  title: Message
  message: Message
  seconds: number
}

/** Null: the error is something else. */
export function asRateLimited(error: unknown): RateLimited | null {
  if (error instanceof E_SMTP_TESTS_BUSY) {
    return {
      title: { key: 'errors.busy' },
      message: { key: 'errors.testsRunning' },
      seconds: BUSY_RETRY_SECONDS,
    }
  }
  if (error instanceof E_TOO_MANY_SMTP_TESTS) {
    const { retryAfter: seconds = BUSY_RETRY_SECONDS } = error as { retryAfter?: number }
    return {
      title: { key: 'errors.tooManyTests' },
      message: { key: 'errors.testedTooOften', params: { count: seconds } },
      seconds,
    }
  }
  return null
}

/** Throws every other error. */
export function toRateLimited(error: unknown): RateLimited {
  const limited = asRateLimited(error)
  if (!limited) {
    throw error
  }
  return limited
}
