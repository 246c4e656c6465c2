import type { Socket } from 'node:net'
import { ScriptedServer } from './scripted_server.js'

/** A server that takes messages but does not say so until it is told to. */
export class HoldingServer extends ScriptedServer {
  #held: Socket[] = []

  static override async start(): Promise<HoldingServer> {
    const server = new HoldingServer({})
    server.script = { message: (socket) => server.#held.push(socket) }
    return server.listen()
  }

  /** Resolves when this many messages wait for their answer. */
  holds(count: number): Promise<void> {
    return this.until(() => this.#held.length >= count, `the server holds ${count} messages`)
  }

  /** Answers them, and everybody else at once from now on. */
  release() {
    this.script = {}
    this.#held.forEach((socket) => socket.write('250 Taken\r\n'))
  }
}
