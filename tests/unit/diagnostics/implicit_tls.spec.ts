import { test } from '@japa/runner'
import { supportsImplicitTls } from '../../../app/smtp_admin/diagnostics/implicit_tls.js'
import { ScriptedServer, hangUp, silence } from '../../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../../helpers/smtp/smtp_server.js'

const NEVER = new AbortController().signal

function placeOf({ host, port }: { host: string; port: number }) {
  return { address: host, host: 'localhost', port }
}

test.group('The implicit TLS probe', () => {
  test('accepts any certificate', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    assert.isTrue(await supportsImplicitTls(placeOf(server), NEVER))
    await server.allGone()
  })

  test('is negative for plain text, a closed connection and a closed port', async ({ assert }) => {
    const clear = await ScriptedServer.start()
    const rude = await ScriptedServer.start({ greeting: hangUp })
    const gone = await ScriptedServer.start()
    const place = placeOf(gone)
    await gone.close()
    assert.isFalse(await supportsImplicitTls(placeOf(clear), NEVER))
    assert.isFalse(await supportsImplicitTls(placeOf(rude), NEVER))
    assert.isFalse(await supportsImplicitTls(place, NEVER))
  })

  test('ends when the signal aborts', async ({ assert }) => {
    const server = await ScriptedServer.start({ greeting: silence })
    assert.isFalse(await supportsImplicitTls(placeOf(server), AbortSignal.timeout(50)))
    assert.isFalse(await supportsImplicitTls(placeOf(server), AbortSignal.abort()))
    await server.allGone()
  })
})
