import { timingSafeEqual } from 'node:crypto'
import type { Password } from '../types/common.js'

const REDACTED = '[redacted]'

/**
 * A value that shows itself as `[redacted]` in templates, JSON, logs and inspection. What it hides
 * is only in what `release()` returns.
 */
export abstract class RedactedValue implements Password {
  abstract release(): string
  abstract isReadable(): boolean

  /** Whether it hides just this text, in a time that does not tell how much of it is right. */
  matches(text: string): boolean {
    if (!this.isReadable()) {
      return false
    }
    const [hidden, given] = [Buffer.from(this.release()), Buffer.from(text)]
    return hidden.length === given.length && timingSafeEqual(hidden, given)
  }

  toString() {
    return REDACTED
  }

  toJSON() {
    return REDACTED
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return REDACTED
  }
}
