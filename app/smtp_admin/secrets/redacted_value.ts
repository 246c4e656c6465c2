import type { Password } from '../types.js'

const REDACTED = '[redacted]'

/**
 * A value that shows itself as `[redacted]` in templates, JSON, logs and inspection. What it hides
 * is only in what `release()` returns.
 */
export abstract class RedactedValue implements Password {
  abstract release(): string
  abstract isReadable(): boolean

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
