import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { toDestination } from '../models/config_fields.js'
import type { SecretBox } from '../secrets/secret_box.js'
import { CANDIDATE_COLUMNS, type Candidate, type CandidateRow, toCandidate } from './candidate.js'
import { type DedicatedConnection, openDedicatedConnection } from './dedicated_connection.js'
import { databaseErrorMessage } from './database_error.js'
import { withTimeout } from './database_error.js'

/** The result of a read, or what was read last when the database could not be read. */
export interface ActiveConfigsReading {
  /** The active configuration of each scope; null: it has none. A scope that is missing is unknown. */
  byScope: ReadonlyMap<string, Candidate | null>
  /** Why the database could not be read, so that `byScope` may be stale; null: it was read. */
  databaseError: string | null
}

/** The sends that share the next read. */
interface Batch {
  scopes: Set<string>
  /** When its first send has waited for `timeout`. */
  deadline: number
  reading: PromiseWithResolvers<ActiveConfigsReading>
}

/** Scopes that are remembered for the time when the database is away. */
const MAX_REMEMBERED = 1000

/** Milliseconds after which an unused connection is closed. */
const IDLE_MS = 60_000

const ATTRIBUTES = Object.keys(CANDIDATE_COLUMNS) as (keyof CandidateRow)[]

/**
 * Reads the active configurations of some scopes. All sends that arrive before a read is dispatched share
 * it; a send never joins a read in flight, which may be older than the send.
 */
export class ActiveConfigs {
  #client: () => QueryClientContract
  #box: SecretBox
  #timeout: number
  #connection: DedicatedConnection | null = null
  #idleTimer: NodeJS.Timeout | null = null
  #next: Batch | null = null
  #isReading = false
  #known = new Map<string, { row: CandidateRow | undefined; candidate: Candidate | null }>()

  /**
   * @param client the app's client for the connection that has the tables
   * @param timeout seconds after which a slow database counts as unavailable
   */
  constructor(client: () => QueryClientContract, box: SecretBox, timeout: number) {
    this.#client = client
    this.#box = box
    this.#timeout = timeout
  }

  /** When the database cannot be read, this resolves with the configurations that were read last. */
  read(scopes: string[]): Promise<ActiveConfigsReading> {
    const batch = (this.#next ??= this.#open())
    scopes.forEach((scope) => batch.scopes.add(scope))
    return batch.reading.promise
  }

  /** Closes the connection. A later read opens it again. */
  close() {
    clearTimeout(this.#idleTimer ?? undefined)
    this.#idleTimer = null
    this.#connection?.destroy()
    this.#connection = null
  }

  #open(): Batch {
    if (!this.#isReading) {
      // After the promises that are settled now: their sends share the read.
      setImmediate(() => this.#dispatch())
    }
    const deadline = performance.now() + this.#timeout * 1000
    return { scopes: new Set(), deadline, reading: Promise.withResolvers() }
  }

  async #dispatch() {
    const batch = this.#next!
    this.#next = null
    this.#isReading = true
    await this.#read(batch).then(batch.reading.resolve, batch.reading.reject)
    this.#isReading = false
    if (this.#next) {
      void this.#dispatch()
    }
  }

  async #read({ scopes, deadline }: Batch): Promise<ActiveConfigsReading> {
    const list = [...scopes]
    let rows: CandidateRow[]
    try {
      rows = await this.#readRows(list, deadline)
    } catch (error) {
      const known = list.filter((scope) => this.#known.has(scope))
      const byScope = new Map(known.map((scope) => [scope, this.#known.get(scope)!.candidate]))
      return { byScope, databaseError: databaseErrorMessage(error) }
    }
    const found = new Map(rows.map((row) => [row.scope, row]))
    const byScope = new Map(list.map((scope) => [scope, this.#remember(scope, found.get(scope))]))
    return { byScope, databaseError: null }
  }

  async #readRows(scopes: string[], deadline: number): Promise<CandidateRow[]> {
    const client = this.#client()
    const isReused = this.#connection !== null
    // In a global transaction, as tests use them, only the transaction sees what they wrote.
    const connection = client.isTransaction
      ? null
      : (this.#connection ??= openDedicatedConnection(client))
    const ms = () => Math.max(0, deadline - performance.now())
    if (!connection) {
      const query = client.from('smtp_configs').select(CANDIDATE_COLUMNS)
      return withTimeout(query.whereIn('active_scope', scopes).exec(), this.#timeout, ms())
    }
    try {
      const reading = connection.read(scopes)
      const rows = Array.isArray(reading)
        ? reading
        : await withTimeout(reading, this.#timeout, ms())
      this.#closeWhenIdle()
      return rows
    } catch (error) {
      this.close()
      // It may have been cut while it was idle.
      if (isReused && ms() > 0) {
        return this.#readRows(scopes, deadline)
      }
      throw error
    }
  }

  #closeWhenIdle() {
    if (this.#idleTimer) {
      this.#idleTimer.refresh()
    } else {
      this.#idleTimer = setTimeout(() => this.close(), IDLE_MS).unref()
    }
  }

  /** A row that has not changed keeps its candidate: mapping it costs a hash. */
  #remember(scope: string, row: CandidateRow | undefined): Candidate | null {
    const known = this.#known.get(scope)
    if (known && isSame(known.row, row)) {
      return known.candidate
    }
    if (!known && this.#known.size >= MAX_REMEMBERED) {
      this.#known.delete(this.#known.keys().next().value!)
    }
    const candidate = row ? this.#toCandidate(row) : null
    this.#known.set(scope, { row, candidate })
    return candidate
  }

  #toCandidate(row: CandidateRow): Candidate {
    const password = row.password
      ? this.#box.open(row.password, toDestination(row), row.name)
      : null
    return toCandidate(row, row.password, password)
  }
}

function isSame(one: CandidateRow | undefined, other: CandidateRow | undefined): boolean {
  if (one === other || !one || !other) {
    return one === other
  }
  return ATTRIBUTES.every((attribute) => one[attribute] === other[attribute])
}
