import { E_SMTP_PASSWORD_UNREADABLE } from '../errors.js'
import { RedactedValue } from './redacted_value.js'

/** A stored password, still sealed. Opening happens at `release()`, each time. */
export class SealedPassword extends RedactedValue {
  #open: () => string | null
  #name: string

  /**
   * @param open opens the sealed text, or answers null
   * @param name the configuration's name, for the error
   */
  constructor(open: () => string | null, name: string) {
    super()
    this.#open = open
    this.#name = name
  }

  /** Whether the password still opens with the app's key, for the server it was entered for. */
  isReadable(): boolean {
    return this.#open() !== null
  }

  /**
   * The password in clear text.
   *
   * @throws E_SMTP_PASSWORD_UNREADABLE
   */
  release(): string {
    const password = this.#open()
    if (password === null) {
      throw new E_SMTP_PASSWORD_UNREADABLE([this.#name])
    }
    return password
  }
}
