import { type Destination, purposeOf } from './destination.js'
import { SealedPassword } from './sealed_password.js'

/** What is used of the app's encryption service. */
export interface Encrypter {
  encrypt(value: string, options: { purpose: string }): string
  decrypt<T>(value: string, purpose?: string): T | null
  blindIndex(value: string, purpose: string): string
  blindIndexes(value: string, purpose: string): string[]
}

/** What a key's mark is made of: the same text by the same key gives the same mark. */
const MARKED = ['password key', 'smtp_admin.password_key'] as const

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

  /** The mark of the key that seals now; null: the app's encryption knows no marks (`legacy`). */
  get keyMark(): string | null {
    return this.#marked(() => this.#encrypter.blindIndex(...MARKED))
  }

  /** The marks of all keys that open now. A mark tells nothing of its key. */
  get keyMarks(): string[] {
    return this.#marked(() => this.#encrypter.blindIndexes(...MARKED)) ?? []
  }

  #marked<Mark>(mark: () => Mark): Mark | null {
    try {
      return mark()
    } catch (error) {
      if ((error as { code?: string }).code === 'E_BLIND_INDEX_NOT_SUPPORTED') {
        return null
      }
      throw error
    }
  }
}
