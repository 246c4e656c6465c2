import type { Socket } from 'node:net'
import type { Reply, Script } from './scripted_server.js'

/** Says nothing, and leaves the client waiting. */
export const silence: Reply = () => {}

/** Ends the connection instead of answering. */
export const hangUp: Reply = (socket) => socket.end()

/** Says one byte of a line at a time, which never ends: no timeout on silence notices. */
export function trickle(beginning: string): Reply {
  return (socket: Socket) => {
    let said = 0
    const timer = setInterval(() => socket.write(beginning[said++] ?? '.'), 50)
    socket.once('close', () => clearInterval(timer))
    socket.once('end', () => clearInterval(timer))
  }
}

/** Somebody between client and server who takes STARTTLS and AUTH out of what the server offers. */
export const stripped: Script = {
  EHLO: '250-test.example\r\n250-SIZE 1000000\r\n250 8BITMIME',
  STAR: '454 TLS not available',
  AUTH: '235 Thank you for the password',
}

/** Refuses every login, and says again what it was sent: as it came, and decoded. */
export const echoesLogin: Script = {
  EHLO: '250-test.example\r\n250 AUTH PLAIN',
  AUTH: (socket, line) => {
    const sent = line.split(' ').at(-1)!
    const [, username, password] = Buffer.from(sent, 'base64').toString().split('\0')
    socket.write(`535 5.7.8 ${line}: no ${username} with ${password} (${btoa(password)}) here\r\n`)
  },
}
