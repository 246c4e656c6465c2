import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './certificates.js'
import { type Script, ScriptedServer } from './scripted_server.js'

/** A scripted server that encrypts when it is asked to, and goes on with its script. */
export class StarttlsServer extends ScriptedServer {
  #certificate: Certificate
  #goOn: string

  /** @param goOn what it says to STARTTLS, still in clear */
  static async startWith(certificate: Certificate, script: Script, goOn = '220 Go on') {
    const server = new StarttlsServer(certificate, script, goOn)
    return server.listen()
  }

  private constructor(certificate: Certificate, script: Script, goOn: string) {
    super({ ...script, STAR: (socket) => this.#encrypt(socket) })
    this.#certificate = certificate
    this.#goOn = goOn
  }

  #encrypt(socket: Socket) {
    socket.write(`${this.#goOn}\r\n`)
    socket.removeAllListeners('data')
    const secure = new TLSSocket(socket, { isServer: true, ...this.#certificate })
    secure.on('error', () => {})
    this.serve(secure, 'silently')
  }
}
