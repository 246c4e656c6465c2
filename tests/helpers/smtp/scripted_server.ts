import { type Socket, createServer } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './certificates.js'
import { LocalServer } from './local_server.js'

/** A line to send, or what the server does instead. */
export type Reply = string | ((socket: Socket, line: string) => void)

/** The replies by command; `greeting` comes first, `message` after the final dot. */
export type Script = Record<string, Reply>

interface ScriptedServerOptions {
  /** Offers STARTTLS with this certificate; the script continues on the encrypted connection. */
  certificate?: Certificate
  /** The reply to STARTTLS, in clear text. Default: 220. */
  starttlsReply?: string
}

const ACCEPT_ALL: Script = {
  greeting: '220 test.example ESMTP',
  EHLO: '250 test.example',
  MAIL: '250 OK',
  RCPT: '250 OK',
  DATA: '354 Go on',
  message: '250 Taken',
  RSET: '250 OK',
  QUIT: '221 Bye',
}

/**
 * An SMTP server that replies from a script and records every byte it receives. Without a script it
 * accepts mail, and at once: `smtp-server` delays every client by 100 ms.
 */
export class ScriptedServer extends LocalServer {
  /** Everything that clients have sent. */
  heard = ''
  /** The accepted messages, with their headers. */
  readonly messages: string[] = []
  /** May be replaced while the server runs. */
  script: Script
  #options: ScriptedServerOptions
  #held: Socket[] = []

  static start(script: Script = {}, options: ScriptedServerOptions = {}): Promise<ScriptedServer> {
    return new ScriptedServer(script, options).listen()
  }

  /** Starts a server that does not reply to a message until `release` is called. */
  static startHolding(): Promise<ScriptedServer> {
    const server = new ScriptedServer({ message: (socket) => void server.#held.push(socket) }, {})
    return server.listen()
  }

  private constructor(script: Script, options: ScriptedServerOptions) {
    super(createServer((socket) => this.#serve(socket)))
    this.script = script
    this.#options = options
  }

  /** The subjects of the accepted messages. */
  get subjects(): string[] {
    return this.messages.map((message) => /^Subject: (.*)$/m.exec(message)?.[1].trim() ?? '')
  }

  /** Resolves when a client has sent this text. */
  hears(text: string): Promise<void> {
    return this.until(() => this.heard.includes(text), `a client sends “${text}”`)
  }

  /** Resolves when this many messages wait for their reply. */
  holds(count: number): Promise<void> {
    return this.until(() => this.#held.length >= count, `the server holds ${count} messages`)
  }

  /** Replies to the held messages, and to later ones at once. */
  release() {
    this.script = {}
    this.#held.forEach((socket) => socket.write('250 Taken\r\n'))
  }

  #serve(socket: Socket, isGreeted = false) {
    let unread = ''
    let isMessage = false
    socket.setNoDelay(true)
    socket.on('data', (data) => {
      this.heard += data.toString('latin1')
      unread += data.toString('latin1')
      for (let end = endOf(unread, isMessage); end > 0; end = endOf(unread, isMessage)) {
        const text = unread.slice(0, end)
        unread = unread.slice(end)
        if (isMessage) {
          this.messages.push(text)
          this.#reply(socket, 'message', text)
        } else {
          this.#reply(socket, text.slice(0, 4).trim().toUpperCase(), text.trimEnd())
        }
        isMessage = !isMessage && /^DATA\r/i.test(text)
      }
      this.changed()
    })
    if (!isGreeted) {
      this.#reply(socket, 'greeting', '')
    }
  }

  #reply(socket: Socket, command: string, line: string) {
    const { certificate } = this.#options
    if (command === 'STAR' && certificate) {
      this.#encrypt(socket, certificate)
      return
    }
    const reply = this.script[command] ?? ACCEPT_ALL[command] ?? '502 What?'
    if (typeof reply === 'string') {
      socket.write(`${reply}\r\n`)
    } else {
      reply(socket, line)
    }
    if (command === 'QUIT') {
      socket.end()
    }
  }

  #encrypt(socket: Socket, certificate: Certificate) {
    socket.write(`${this.#options.starttlsReply ?? '220 Go on'}\r\n`)
    socket.removeAllListeners('data')
    const secure = new TLSSocket(socket, { isServer: true, ...certificate })
    secure.on('error', () => {})
    this.#serve(secure, true)
  }
}

/** The length of the next line, or of the message with its final dot; 0 if it is incomplete. */
function endOf(text: string, isMessage: boolean): number {
  const terminator = isMessage ? '\r\n.\r\n' : '\r\n'
  const start = text.indexOf(terminator)
  return start < 0 ? 0 : start + terminator.length
}

/** Sends nothing and keeps the connection open. */
export const silence: Reply = () => {}

/** Closes the connection instead of replying. */
export const hangUp: Reply = (socket) => socket.end()

/** Sends one byte at a time of a line that never ends, so that no idle timeout fires. */
export function trickle(beginning: string): Reply {
  return (socket: Socket) => {
    let sent = 0
    const timer = setInterval(() => socket.write(beginning[sent++] ?? '.'), 50)
    socket.once('close', () => clearInterval(timer))
    socket.once('end', () => clearInterval(timer))
  }
}

/** A connection in which an attacker removes STARTTLS and AUTH from the EHLO reply. */
export const stripped: Script = {
  EHLO: '250-test.example\r\n250-SIZE 1000000\r\n250 8BITMIME',
  STAR: '454 TLS not available',
  AUTH: '235 Thank you for the password',
}

/** Refuses every login and repeats the credentials, encoded and decoded. */
export const echoesLogin: Script = {
  EHLO: '250-test.example\r\n250 AUTH PLAIN',
  AUTH: (socket, line) => {
    const sent = line.split(' ').at(-1)!
    const [, username, password] = Buffer.from(sent, 'base64').toString().split('\0')
    socket.write(`535 5.7.8 ${line}: no ${username} with ${password} (${btoa(password)}) here\r\n`)
  },
}
