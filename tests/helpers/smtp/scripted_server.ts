import { type Socket, createServer } from 'node:net'
import { LocalServer } from './local_server.js'

/** A line to say, or whatever the server does instead. */
export type Reply = string | ((socket: Socket, line: string) => void)

/** What a server answers, by command; `greeting` comes first, `message` after the final dot. */
export type Script = Record<string, Reply>

const POLITE: Script = {
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
 * A server that says what a script tells it to say, and keeps every byte that it is sent. Without a
 * script it takes mail, and does so at once: `smtp-server` lets every client wait 100 ms.
 */
export class ScriptedServer extends LocalServer {
  /** Everything that clients have sent, as it came. */
  heard = ''
  /** The messages taken, with their headers. */
  readonly messages: string[] = []
  /** May be replaced while the server runs. */
  script: Script

  static async start(script: Script = {}): Promise<ScriptedServer> {
    const server = new ScriptedServer(script)
    return server.listen()
  }

  protected constructor(script: Script) {
    super(createServer((socket) => this.serve(socket)))
    this.script = script
  }

  /** The subjects of the messages taken. */
  get subjects(): string[] {
    return this.messages.map((message) => /^Subject: (.*)$/m.exec(message)?.[1].trim() ?? '')
  }

  /** Resolves as soon as a client has sent this. */
  hears(text: string): Promise<void> {
    return this.until(() => this.heard.includes(text), `a client says “${text}”`)
  }

  /** Talks to a client; `silently` to one that has been greeted. */
  protected serve(socket: Socket, begins: 'greeting' | 'silently' = 'greeting') {
    let unread = ''
    let isMessage = false
    socket.setNoDelay(true)
    socket.on('data', (data) => {
      this.heard += data.toString('latin1')
      unread += data.toString('latin1')
      for (let end = endOf(unread, isMessage); end > 0; end = endOf(unread, isMessage)) {
        const said = unread.slice(0, end)
        unread = unread.slice(end)
        if (isMessage) {
          this.messages.push(said)
          this.#reply(socket, 'message', said)
        } else {
          this.#reply(socket, said.slice(0, 4).trim().toUpperCase(), said.trimEnd())
        }
        isMessage = !isMessage && /^DATA\r/i.test(said)
      }
      this.changed()
    })
    if (begins === 'greeting') {
      this.#reply(socket, 'greeting', '')
    }
  }

  #reply(socket: Socket, command: string, line: string) {
    const reply = this.script[command] ?? POLITE[command] ?? '502 What?'
    if (typeof reply === 'string') {
      socket.write(`${reply}\r\n`)
    } else {
      reply(socket, line)
    }
    if (command === 'QUIT') {
      socket.end()
    }
  }
}

/** How long the next line is, or the message with its final dot; 0: it has not all arrived. */
function endOf(text: string, isMessage: boolean): number {
  const terminator = isMessage ? '\r\n.\r\n' : '\r\n'
  const start = text.indexOf(terminator)
  return start < 0 ? 0 : start + terminator.length
}
