import { EventEmitter, once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import { getActiveTest } from '@japa/runner'

/** How long `until` waits for something that should have happened a moment ago. */
const PATIENCE_MS = 5000

/**
 * A server of one test, on a free port of this machine: tells how many connections it has seen, lets
 * the test wait for what happens instead of sleeping, and is gone when the test is over.
 */
export abstract class LocalServer {
  readonly host = '127.0.0.1'
  #server: Server
  #open = new Set<Socket>()
  #changes = new EventEmitter()

  /** Connections accepted so far. */
  connections = 0

  constructor(server: Server) {
    this.#server = server
    this.#changes.setMaxListeners(0)
    server.on('connection', (socket) => this.#watch(socket))
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Where it is, as a configuration names it. */
  get address(): { host: string; port: number } {
    return { host: this.host, port: this.port }
  }

  /** Connections that are open now. */
  get open(): number {
    return this.#open.size
  }

  /** Resolves as soon as this is so, and fails when it does not become so. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    while (!isSo()) {
      try {
        await once(this.#changes, 'change', { signal })
      } catch {
        throw new Error(`This did not happen within ${PATIENCE_MS} ms: ${what}`)
      }
    }
  }

  /** Resolves when nobody is connected. */
  allGone(): Promise<void> {
    return this.until(() => this.open === 0, 'every connection is closed')
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.hangUp()
    await closed
  }

  /** Ends every connection, without a word. */
  hangUp() {
    this.#open.forEach((socket) => socket.destroy())
  }

  /** Starts to listen, until the running test is over. */
  protected async listen(): Promise<this> {
    this.#server.listen(0, this.host)
    await once(this.#server, 'listening')
    getActiveTest()?.cleanup(() => this.close())
    return this
  }

  /** To be called after everything that a test may wait for. */
  protected changed() {
    this.#changes.emit('change')
  }

  #watch(socket: Socket) {
    this.connections++
    this.#open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#open.delete(socket)
      this.changed()
    })
    this.changed()
  }
}
