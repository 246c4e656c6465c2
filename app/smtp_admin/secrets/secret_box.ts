import { timingSafeEqual } from 'node:crypto'
import { Secret } from '@adonisjs/core/helpers'
import { E_SMTP_PASSWORD_UNREADABLE } from '../errors.js'

/** The part of the app's encryption service that is used. */
export interface Encrypter {
  encrypt(value: string, options: { purpose: string }): string
  decrypt<T>(value: string, purpose?: string): T | null
  blindIndex(value: string, purpose: string): string
  blindIndexes(value: string, purpose: string): string[]
}

/**
 * Where a stored password may be sent, and the row that it belongs to. A sealed password is bound to all
 * of it: moved to another row, or pointed at another server, it does not open.
 */
export type Destination = Readonly<Record<string, unknown>>

/** Equal keys give equal fingerprints of the same text. */
const FINGERPRINT_INPUT = ['password key', 'smtp_admin.encryption_key_id'] as const

/** A password that shows itself as `[redacted]` until `release()` is called. */
export class Password extends Secret<string> {
  constructor(value: string) {
    super(value, '[redacted]')
  }

  /** Whether `release()` returns the password. */
  canDecrypt(): boolean {
    return true
  }

  /** Compares in constant time. */
  equals(text: string): boolean {
    if (!this.canDecrypt()) {
      return false
    }
    const [password, other] = [Buffer.from(this.release()), Buffer.from(text)]
    return password.length === other.length && timingSafeEqual(password, other)
  }
}

/** A stored password. It is decrypted at each `release()`. */
export class SealedPassword extends Password {
  #decrypt: () => string | null
  #name: string

  /**
   * @param decrypt returns null if the password cannot be decrypted
   * @param name the configuration's name, for the error
   */
  constructor(decrypt: () => string | null, name: string) {
    super('')
    this.#decrypt = decrypt
    this.#name = name
  }

  /** Whether the app's key decrypts the password for the server that it was entered for. */
  canDecrypt(): boolean {
    return this.#decrypt() !== null
  }

  /** @throws E_SMTP_PASSWORD_UNREADABLE */
  release(): string {
    const password = this.#decrypt()
    if (password === null) {
      throw new E_SMTP_PASSWORD_UNREADABLE([this.#name])
    }
    return password
  }
}

/** The one place that encrypts and decrypts passwords, with the app's encryption service. */
export class SecretBox {
  #encrypter: Encrypter

  constructor(encrypter: Encrypter) {
    this.#encrypter = encrypter
  }

  /** Encrypts a password for one destination. */
  seal(password: string, destination: Destination): string {
    return this.#encrypter.encrypt(password, { purpose: encryptionPurpose(destination) })
  }

  /**
   * The stored password, to be decrypted when it is used.
   *
   * @param name the configuration's name, for the error if it cannot be decrypted
   */
  open(sealed: string, destination: Destination, name: string): SealedPassword {
    return new SealedPassword(
      () => this.#encrypter.decrypt<string>(sealed, encryptionPurpose(destination)),
      name
    )
  }

  /** The fingerprint of the key that encrypts; null: the app's `legacy` driver has none. */
  get keyFingerprint(): string | null {
    return this.#fingerprint(() => this.#encrypter.blindIndex(...FINGERPRINT_INPUT))
  }

  /** The fingerprints of all keys that decrypt. A fingerprint does not reveal its key. */
  get keyFingerprints(): string[] {
    return this.#fingerprint(() => this.#encrypter.blindIndexes(...FINGERPRINT_INPUT)) ?? []
  }

  #fingerprint<Fingerprint>(compute: () => Fingerprint): Fingerprint | null {
    try {
      return compute()
    } catch (error) {
      if ((error as { code?: string }).code === 'E_BLIND_INDEX_NOT_SUPPORTED') {
        return null
      }
      throw error
    }
  }
}

/** The text that the encryption authenticates. */
function encryptionPurpose(destination: Destination): string {
  return JSON.stringify(['smtp_admin.password', ...Object.entries(destination).flat()])
}
