import { E_TOO_MANY_SMTP_TESTS } from '../../errors.js'
import type { Author } from '../../types/main.js'

/** What is used of a limiter of @adonisjs/limiter. */
export interface Limiter {
  consume(key: string): Promise<unknown>
}

/** What is known of a refusal of @adonisjs/limiter. */
interface Refusal {
  code?: string
  response?: { availableIn: number }
}

/** How often somebody may test. */
export class TestLimit {
  #make: () => Promise<Limiter>
  #limiter?: Promise<Limiter>

  /** @param make the limiter: asked for once, when the first test is started */
  constructor(make: () => Promise<Limiter>) {
    this.#make = make
  }

  /**
   * Counts a test for whoever makes it, by their id or else by where they are.
   *
   * @throws E_TOO_MANY_SMTP_TESTS, with the seconds to wait as `retryAfter`
   */
  async count({ id, ip }: Pick<Author, 'id' | 'ip'>): Promise<void> {
    const who = id === null ? `ip_${ip}` : `user_${id}`
    const limiter = await (this.#limiter ??= this.#make())
    try {
      await limiter.consume(`smtp_admin_test_${who}`)
    } catch (error) {
      throw refusalOf(error) ?? error
    }
  }
}

function refusalOf(error: unknown) {
  const { code, response } = error as Refusal
  if (code !== 'E_TOO_MANY_REQUESTS') {
    return null
  }
  const retryAfter = Math.max(1, response?.availableIn ?? 60)
  return Object.assign(new E_TOO_MANY_SMTP_TESTS([retryAfter]), { retryAfter })
}
