import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { SecretBox } from '../secrets/secret_box.js'
import { encryptionOf } from '../models/encryption.js'
import type { Candidate } from './candidate.js'
import { candidateKey } from './candidate_key.js'
import { describeDatabaseProblem } from './database_error.js'
import { SITE_SCOPE } from '../models/scope.js'
import { withinSeconds } from './with_timeout.js'

/** What reading gave, and what went wrong, if anything. */
export interface ActiveConfigsReading {
  /** The active configuration of each scope; null: it has none. A scope that is missing is unknown. */
  byScope: Map<string, Candidate | null>
  /** Why the database could not be read, so that this is what is known from earlier; null: it was. */
  problem: string | null
}

interface ActiveRow extends Omit<Candidate, 'source' | 'key' | 'encryption' | 'password'> {
  scope: string
  useTls: boolean
  useSsl: boolean
  password: string | null
  revision: number
}

const COLUMNS = {
  id: 'id',
  scope: 'scope',
  name: 'name',
  host: 'host',
  port: 'port',
  useTls: 'use_tls',
  useSsl: 'use_ssl',
  username: 'username',
  password: 'password',
  fromEmail: 'from_email',
  fromName: 'from_name',
  replyTo: 'reply_to',
  timeout: 'timeout',
  verifyCertificate: 'verify_certificate',
  ehloName: 'ehlo_name',
  revision: 'revision',
}

/** How many scopes are remembered for the time when the database is away. */
const REMEMBERED = 1000

/** Reads the active configurations of some scopes: one query by a unique index, no models. */
export class ActiveConfigs {
  #client: () => QueryClientContract
  #box: SecretBox
  #timeout: number
  #lastKnown = new Map<string, Candidate | null>()

  /** @param timeout seconds after which a slow database counts as away */
  constructor(client: () => QueryClientContract, box: SecretBox, timeout: number) {
    this.#client = client
    this.#box = box
    this.#timeout = timeout
  }

  /** Never throws: when the database cannot be read, the last known configurations are given. */
  async read(scopes: string[]): Promise<ActiveConfigsReading> {
    try {
      const rows = await withinSeconds(this.#timeout, this.#query(scopes))
      const found = new Map(rows.map((row) => [row.scope, this.#candidateOf(row)]))
      const byScope = new Map(scopes.map((scope) => [scope, found.get(scope) ?? null]))
      byScope.forEach((candidate, scope) => this.#remember(scope, candidate))
      return { byScope, problem: null }
    } catch (error) {
      const byScope = new Map([...this.#lastKnown].filter(([scope]) => scopes.includes(scope)))
      return { byScope, problem: describeDatabaseProblem(error) }
    }
  }

  async #query(scopes: string[]): Promise<ActiveRow[]> {
    return this.#client().from('smtp_configs').select(COLUMNS).whereIn('active_scope', scopes)
  }

  #candidateOf(row: ActiveRow): Candidate {
    const verifyCertificate = Boolean(row.verifyCertificate)
    const encryption = encryptionOf(row)
    const destination = { ...row, verifyCertificate, encryption }
    return {
      source: row.scope === SITE_SCOPE ? 'site' : 'account',
      id: row.id,
      key: candidateKey({ ...destination, sealedPassword: row.password }),
      name: row.name,
      host: row.host,
      port: row.port,
      encryption,
      verifyCertificate,
      username: row.username,
      password: row.password ? this.#box.hold(row.password, destination, row.name) : null,
      fromEmail: row.fromEmail,
      fromName: row.fromName,
      replyTo: row.replyTo,
      timeout: row.timeout,
      ehloName: row.ehloName,
    }
  }

  #remember(scope: string, candidate: Candidate | null) {
    if (this.#lastKnown.size >= REMEMBERED && !this.#lastKnown.has(scope)) {
      this.#lastKnown.clear()
    }
    this.#lastKnown.set(scope, candidate)
  }
}
