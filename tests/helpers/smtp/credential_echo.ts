import type { Socket } from 'node:net'
import type { Script } from './scripted_server.js'

export type LoginMethod = 'PLAIN' | 'LOGIN' | 'CRAM-MD5'

/** Where a server repeats what it was sent: in which reply, of which connection. */
export type EchoPlace = 'refused login' | 'login' | 'sender' | 'recipient' | 'message' | 'next time'

const CHALLENGE = '<1896.697170952@postoffice.example.net>'

/** A server that repeats a login in any form that a test gives it. */
export class EchoingScript {
  /** What was sent for the login, line by line. */
  readonly sent: string[] = []
  #method: LoginMethod
  #place: EchoPlace
  #form: (sent: string[]) => string
  #awaited = 0
  #greetings = 0

  constructor(method: LoginMethod, place: EchoPlace, form: (sent: string[]) => string) {
    this.#method = method
    this.#place = place
    this.#form = form
  }

  /** What CRAM-MD5 proves the password with, once it has been sent. */
  get proof(): string {
    return decode(this.sent.at(-1) ?? '').split(' ')[1] ?? ''
  }

  get script(): Script {
    const known: Script = {
      greeting: (socket) => {
        this.#greetings++
        this.#say(socket, '220', this.#greetings > 1 ? 'next time' : null)
      },
      EHLO: (socket) => {
        const echo = this.#greetings > 1 && this.#place === 'next time' ? this.#echo() : 'hello'
        socket.write(`250-${echo}\r\n250-${echo}\r\n250 AUTH ${this.#method}\r\n`)
      },
      AUTH: (socket, line) => this.#begin(socket, line),
      MAIL: (socket) => this.#say(socket, this.#place === 'sender' ? '553 5.7.1' : '250', 'sender'),
      RCPT: (socket) =>
        this.#say(socket, this.#place === 'recipient' ? '550 5.1.1' : '250', 'recipient'),
      message: (socket) => this.#say(socket, '250', 'message'),
    }
    // Lines of a login begin with anything.
    return new Proxy(known, {
      get: (script, command: string) =>
        this.#awaited > 0
          ? (socket: Socket, line: string) => this.#goOn(socket, line)
          : script[command],
    })
  }

  #begin(socket: Socket, line: string) {
    if (this.#method === 'PLAIN') {
      this.sent.push(line.split(' ').at(-1)!)
      this.#end(socket)
    } else {
      this.#awaited = this.#method === 'LOGIN' ? 2 : 1
      const asked = this.#method === 'LOGIN' ? 'Username:' : CHALLENGE
      socket.write(`334 ${btoa(asked)}\r\n`)
    }
  }

  #goOn(socket: Socket, line: string) {
    this.sent.push(line)
    this.#awaited--
    if (this.#awaited > 0) {
      socket.write(`334 ${btoa('Password:')}\r\n`)
    } else {
      this.#end(socket)
    }
  }

  #end(socket: Socket) {
    const isRefused = this.#place === 'refused login'
    this.#say(socket, isRefused ? '535 5.7.8' : '235', isRefused ? 'refused login' : 'login')
  }

  #say(socket: Socket, code: string, place: EchoPlace | null) {
    const said = place === this.#place ? this.#echo() : 'it'
    const [status, ...rest] = code.split(' ')
    const lines = `you said ${said}, did you`.split('\n').map((line) => [...rest, line].join(' '))
    const last = lines.pop()
    socket.write(lines.map((line) => `${status}-${line}\r\n`).join('') + `${status} ${last}\r\n`)
  }

  #echo() {
    return this.#form(this.sent)
  }
}

/** What was sent in base64, in clear. */
export function decode(sent: string): string {
  return Buffer.from(sent, 'base64').toString()
}
