/**
 * How a connection is encrypted: not at all, after STARTTLS (RFC 3207) which is then required, or
 * TLS from the first byte (RFC 8314).
 */
export type Encryption = 'none' | 'starttls' | 'tls'

/** What a user may do on the pages. Testing is a separate ability: it makes the server connect. */
export type Ability = 'view' | 'add' | 'change' | 'delete' | 'activate' | 'test'

/** The abilities of a request. */
export type Permissions = Record<Ability, boolean>

/**
 * What people may make active on the pages and by commands. `warn`: anything, and what is not known
 * to work is said; `require-test`: what has passed a test as it is now, else only with a reason.
 */
export type ActivationPolicy = 'warn' | 'require-test'

/** Where a change came from. */
export type ChangeSource = 'admin' | 'api' | 'command' | 'code' | 'automatic'

/** Who made a change, from where: kept in the history. */
export interface Author {
  id: string | null
  label: string | null
  source: ChangeSource
  ip: string | null
}
