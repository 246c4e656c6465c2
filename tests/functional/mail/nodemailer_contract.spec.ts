import { once } from 'node:events'
import { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { test } from '@japa/runner'
import addressparser from 'nodemailer/lib/addressparser'
import { resolveHostname } from 'nodemailer/lib/shared'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import packageJson from '../../../package.json' with { type: 'json' }
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'

interface LoggedLine {
  tnx: string | undefined
  text: string
}

/** A connection to the server, with the lines that nodemailer logs on it. */
function createConnection(server: SmtpServer, options: SMTPConnectionOptions = {}) {
  const lines: LoggedLine[] = []
  const log = ({ tnx }: { tnx?: string }, text: string) => void lines.push({ tnx, text })
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    tls: { rejectUnauthorized: false },
    transactionLog: true,
    logger: { trace: log, debug: log, info: log, warn: log, error: log, fatal: log },
    ...options,
  })
  return { connection, lines }
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
}

test.group('The details of nodemailer that are not documented', () => {
  test('are those of the pinned minor version', ({ assert }) => {
    assert.match(packageJson.dependencies.nodemailer, /^~10\.6\.\d+$/)
  })

  test('a connection has its socket in `_socket`, of TLS once it is encrypted', async ({
    assert,
  }) => {
    const plain = createConnection(await SmtpServer.start({ encryption: 'none' }))
    const secure = createConnection(await SmtpServer.start({ encryption: 'starttls' }))
    await connect(plain.connection)
    await connect(secure.connection)

    assert.instanceOf(plain.connection._socket, Socket)
    assert.notInstanceOf(plain.connection._socket, TLSSocket)
    assert.instanceOf(secure.connection._socket, TLSSocket)
    plain.connection.close()
    secure.connection.close()
  })

  test('the log names the side of each line in `tnx`: client and server', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'none' })
    const { connection, lines } = createConnection(server)
    await connect(connection)

    assert.match(lines.find(({ tnx }) => tnx === 'server')!.text, /^220 /)
    assert.match(lines.find(({ tnx }) => tnx === 'client')!.text, /^EHLO /)
    connection.close()
  })

  test('the log has `dns` right before the socket is created', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'none' })
    const sockets: unknown[] = []
    const log = ({ tnx }: { tnx?: string }) => {
      if (tnx === 'dns') {
        queueMicrotask(() => sockets.push(connection._socket))
      }
    }
    const { connection } = createConnection(server, {
      logger: { trace: log, debug: log, info: log, warn: log, error: log, fatal: log },
    })
    await connect(connection)

    assert.lengthOf(sockets, 1)
    assert.instanceOf(sockets[0], Socket)
    connection.close()
  })

  test('the log hides the commands of a custom login method as `/* secret */`', async ({
    assert,
  }) => {
    const server = await SmtpServer.start({ encryption: 'none' })
    const commands: string[] = []
    const { connection, lines } = createConnection(server, {
      customAuth: {
        'X-CONTRACT': async ({ sendCommand }) => {
          const { status } = await sendCommand('NOOP')
          commands.push(`NOOP ${status}`)
        },
      },
    })
    await connect(connection)
    await new Promise<void>((resolve, reject) => {
      const login = { method: 'X-CONTRACT', credentials: { user: 'me', pass: 'secret' } }
      connection.login(login, (error) => (error ? reject(error) : resolve()))
    })

    assert.deepEqual(commands, ['NOOP 250'])
    const sent = lines.filter(({ tnx }) => tnx === 'client').map(({ text }) => text)
    assert.include(sent, '/* secret */')
    assert.notInclude(sent, 'NOOP')
    connection.close()
  })

  test('`resolveHostname` returns all addresses of a name in `_addresses`', async ({ assert }) => {
    const found = await new Promise<{ _addresses?: string[] } | null>((resolve, reject) => {
      resolveHostname({ host: 'localhost', timeout: 5000 }, (error, value) =>
        error ? reject(error) : resolve((value ?? null) as { _addresses?: string[] } | null)
      )
    })
    assert.isArray(found?._addresses)
    assert.include(found!._addresses, '127.0.0.1')
  })

  test('`addressparser` returns nothing for a blank address', ({ assert }) => {
    assert.deepEqual(addressparser(' '), [])
    assert.deepEqual(addressparser('Shop <shop@example.com>'), [
      { name: 'Shop', address: 'shop@example.com' },
    ])
  })

  test('a closed connection emits `end`', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'none' })
    const { connection } = createConnection(server)
    await connect(connection)
    const ended = once(connection, 'end')
    connection.quit()
    await ended
    assert.isTrue(true)
  })
})
