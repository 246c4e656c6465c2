import { type Socket, createServer } from 'node:net'
import { TLSSocket, createSecureContext } from 'node:tls'
import { generate } from 'selfsigned'

/** The fields of the replies that a real server gives at these points of the dialogue. */
const REPLIES: Record<string, string> = {
  AUTH: '235 2.7.0 Authentication successful',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 End data with <CR><LF>.<CR><LF>',
  RSET: '250 2.0.0 Ok',
  NOOP: '250 2.0.0 Ok',
  QUIT: '221 2.0.0 Bye',
}

const END_OF_DATA = '\r\n.\r\n'

const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }])
const secureContext = createSecureContext({ key, cert })

/** An SMTP server that accepts everything at once: STARTTLS, AUTH PLAIN, PIPELINING. */
function serve(socket: Socket | TLSSocket) {
  const isEncrypted = socket instanceof TLSSocket
  let input = ''
  let isData = false

  const ehlo = ['250-sink.example', '250-PIPELINING', '250-8BITMIME']
  ehlo.push(isEncrypted ? '250 AUTH PLAIN' : '250 STARTTLS')

  const read = (chunk: Buffer) => {
    input += chunk.toString('latin1')
    let output = ''
    for (;;) {
      const end = input.indexOf(isData ? END_OF_DATA : '\r\n')
      if (end === -1) {
        break
      }
      const line = input.slice(0, end)
      input = input.slice(end + (isData ? END_OF_DATA.length : 2))
      if (isData) {
        isData = false
        output += '250 2.0.0 Ok: queued as 4C2D8E0F1A\r\n'
        continue
      }
      const command = line.slice(0, 4).toUpperCase()
      if (command === 'STAR') {
        socket.off('data', read)
        socket.write('220 2.0.0 Ready to start TLS\r\n')
        serve(new TLSSocket(socket, { isServer: true, secureContext }))
        return
      }
      isData = command === 'DATA'
      output += command === 'EHLO' ? `${ehlo.join('\r\n')}\r\n` : `${REPLIES[command]}\r\n`
    }
    if (output !== '') {
      socket.write(output)
    }
  }
  socket.on('data', read)
  socket.on('error', () => socket.destroy())
}

const server = createServer((socket) => {
  socket.setNoDelay(true)
  socket.write('220 sink.example ESMTP\r\n')
  serve(socket)
})
server.listen(0, '127.0.0.1', () => {
  process.send!({ port: (server.address() as { port: number }).port })
})
process.on('disconnect', () => process.exit())
