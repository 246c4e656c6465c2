import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { getActiveTest, test } from '@japa/runner'
import { Demo, freshCheckout } from '#tests/helpers/process/running_app'

/** A port that something else listens on until the test ends. */
async function portInUse(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  getActiveTest()?.cleanup(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** Whether a browser gets a page from an address. */
function answers(url: string) {
  return fetch(url, { headers: { accept: 'text/html' } }).then(
    ({ ok }) => ok,
    () => false
  )
}

test.group('The demo', () => {
  test('runs from a fresh checkout, again from what it left, and ends on Ctrl-C', async ({
    assert,
  }) => {
    const folder = await freshCheckout()
    const [port, smtpPort] = [await portInUse(), await portInUse()]
    const env = { PORT: String(port), SMTP_PORT: String(smtpPort) }
    assert.isFalse(existsSync(join(folder, '.env')))

    const first = await Demo.start(folder, env)
    const app = first.line('The app')!
    const inbox = first.line('The inbox')!
    const smtp = first.line('Its SMTP')!
    const password = first.line('Password')!

    const file = await readFile(join(folder, '.env'), 'utf8')
    const key = String(parseEnv(file).APP_KEY)
    assert.match(key, /^[\w-]{32}$/)
    assert.include(first.output, 'Made .env from .env.example, with a fresh APP_KEY.')
    assert.notInclude(first.output, key)

    assert.equal(first.line('Sign in'), 'admin@example.com')
    assert.match(password, /^[\w-]{16}$/)
    assert.lengthOf(first.output.split(password), 2)

    assert.isAbove(Number(new URL(app).port), port)
    assert.include(
      first.output,
      `Port ${port} is in use: the app is at ${new URL(app).port} instead.`
    )
    assert.include(
      first.output,
      `Port ${smtpPort} is in use: mail goes to ${smtp.match(/\d+(?=,$)/)} instead.`
    )
    assert.isTrue(await answers(`${app}/login`))
    assert.isTrue(await answers(inbox))

    assert.equal(await first.interrupt(), 0)
    assert.include(first.output, 'Stopping the demo.')
    assert.deepEqual(await Promise.all([answers(app), answers(inbox)]), [false, false])

    const second = await Demo.start(folder, env)
    assert.isUndefined(second.line('Password'))
    assert.include(second.output, 'admin@example.com, which exists already and keeps its password')
    assert.equal(second.line('The app'), app)
    assert.equal(second.line('Its SMTP'), smtp)
    assert.equal(await readFile(join(folder, '.env'), 'utf8'), file)
    assert.equal(await second.interrupt(), 0)
  }).timeout(120_000)
})
