import { RedactedValue } from './redacted_value.js'

/** A password that is not sealed yet: typed a moment ago, or from the environment. */
export class PlainPassword extends RedactedValue {
  #value: string

  constructor(value: string) {
    super()
    this.#value = value
  }

  /** Whether the password can be opened: always. */
  isReadable(): boolean {
    return true
  }

  release(): string {
    return this.#value
  }
}
