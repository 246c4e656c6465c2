import { type Destination, purposeOf } from './destination.js'
import { SealedPassword } from './sealed_password.js'

/** What is used of the app's encryption service. */
export interface Encrypter {
  encrypt(value: string, options: { purpose: string }): string
  decrypt<T>(value: string, purpose?: string): T | null
}

/** The one place that seals and opens passwords, with the app's encryption service. */
export class SecretBox {
  #encrypter: Encrypter

  constructor(encrypter: Encrypter) {
    this.#encrypter = encrypter
  }

  /** The text to store for a password that is meant for this destination only. */
  seal(password: string, destination: Destination): string {
    return this.#encrypter.encrypt(password, { purpose: purposeOf(destination) })
  }

  /**
   * The sealed text as a value that can be handed around and shows nothing.
   *
   * @param name the configuration's name, for the error when it does not open
   */
  hold(sealed: string, destination: Destination, name: string): SealedPassword {
    return new SealedPassword(
      () => this.#encrypter.decrypt<string>(sealed, purposeOf(destination)),
      name
    )
  }
}
