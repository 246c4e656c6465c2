import { test } from '@japa/runner'
import { SmtpTestRun } from '#smtp_admin'
import { RunningAce, runAce, runCommand } from '../helpers/process/ace.js'
import {
  createConfig,
  createConfigWithLogin,
  emptyTables,
  KNOWN_SECRET,
} from '../helpers/db/configs.js'
import {
  type Script,
  ScriptedServer,
  echoesLogin,
  silence,
} from '../helpers/smtp/scripted_server.js'
import { formsOf } from '../helpers/secrets.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

/** A sequence that would clear the screen, a title, a bell, an overstrike, C1, and a turned direction. */
const HOSTILE = 'mx\x1b[2J\x1b]0;pwned\x07 \b\b\x9b31m \u202e\u200b ESMTP'

// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]/

test.group('The stages of smtp:validate', (group) => {
  group.each.setup(emptyTables)

  test('appear as they end, and not only when all have', async ({ assert }) => {
    const server = await activeServer({ EHLO: silence })
    const command = new RunningAce(['smtp:validate'])

    await command.prints('✓ Greeting')
    assert.equal(server.open, 1)
    assert.notInclude(command.stdout, 'EHLO')

    await server.hears('EHLO')
    server.hangUp()
    assert.equal(await command.ended, 1)
    assert.match(command.stdout, /✗ EHLO .*The server (closed|reset) the connection/)
  })

  test('end with the one that failed, what it means and what to try', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    await createConfig({ ...active(server), ...LOGIN, password: 'wrong' })

    const { exitCode, stdout } = await runCommand(['smtp:validate', '--test-email=ada@example.com'])

    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ Authentication +\d+ ms {2}Server response: 535 /)
    assert.match(stdout, / {5}\S.+\n {5}→ \S/)
    assert.include(stdout, '○ Not run: Sender, Recipient, Message')
    assert.match(stdout, /✗ Authentication failed \(\d+ ms, saved as test \d+\)\n$/)
    assert.isEmpty(server.mails)
  })

  test('come with the values that would work', async ({ assert }) => {
    const server = await SmtpServer.start({ encryption: 'tls' })
    await createConfig({ ...active(server), port: server.port, useTls: true })

    const { exitCode, stdout } = await runCommand(['smtp:validate'])

    assert.equal(exitCode, 1)
    assert.match(stdout, /→ Use .*SSL\/TLS\n/)
  })

  test('are in colour where they are wanted, and plain elsewhere', async ({ assert }) => {
    await activeServer()
    const modes: [env: Record<string, string>, flags: string[], isColoured: boolean][] = [
      [{ NO_COLOR: '', FORCE_COLOR: '1' }, [], true],
      [{ NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
      [{ NO_COLOR: '1', FORCE_COLOR: '1' }, ['--ansi'], true],
      [{ NO_COLOR: '', FORCE_COLOR: '1' }, ['--no-ansi'], false],
      // Without FORCE_COLOR: a pipe is no terminal.
      [{ NO_COLOR: '', FORCE_COLOR: 'neither' }, [], false],
    ]
    for (const [env, flags, isColoured] of modes) {
      const { stdout } = await runAce(['smtp:validate', ...flags], env)
      assert.include(stdout, isColoured ? '\x1b[32m✓\x1b[39m Connection' : '✓ Connection')
      assert.equal(stdout.includes('\x1b'), isColoured, JSON.stringify([env, flags]))
    }
  })

  test('leave what a server says no power over the terminal', async ({ assert }) => {
    await activeServer({ greeting: `220 ${HOSTILE}`, MAIL: `550 5.1.0 ${HOSTILE}` })
    for (const flags of [[], ['--transcript'], ['--json']]) {
      const { exitCode, stdout, stderr } = await runCommand(['smtp:validate', ...flags])
      assert.equal(exitCode, 1)
      assert.notMatch(stdout + stderr, CONTROL)
      assert.match(stdout, /Server response: mx.*ESMTP/)
    }
  })

  test('show no secret, whatever is printed and whatever the server says', async ({ assert }) => {
    const server = await ScriptedServer.start(echoesLogin)
    await createConfigWithLogin(active(server))
    for (const flags of [[], ['--transcript'], ['--json']]) {
      const { exitCode, stdout, stderr } = await runAce(['smtp:validate', ...flags], {
        LOG_LEVEL: 'trace',
      })
      assert.equal(exitCode, 1)
      assert.include(stdout, '535 5.7.8')
      for (const form of formsOf(LOGIN)) {
        assert.notInclude(stdout + stderr, form)
      }
    }
    assert.include(server.heard, formsOf(LOGIN)[4])
  })

  test('are followed by what was said, with --transcript', async ({ assert }) => {
    await activeServer()
    const without = await runCommand(['smtp:validate'])
    assert.notInclude(without.stdout, 'C: MAIL FROM')

    const { stdout } = await runCommand(['smtp:validate', '--transcript'])
    assert.match(stdout, /Message .*\n\n {3}SMTP transcript .*\n {3}S: 220 test\.example ESMTP\n/)
    assert.match(stdout, /C: RCPT TO:<no-reply@localhost>\n {3}S: 250 OK/)
  })

  test('are cancelled by Ctrl-C, which is kept and ends with 130', async ({ assert }) => {
    for (const flags of [[], ['--json']]) {
      const server = await activeServer({ EHLO: silence })
      const command = new RunningAce(['smtp:validate', ...flags])
      await server.hears('EHLO')
      command.interrupt()

      assert.equal(await command.ended, 130)
      await server.allGone()
      const run = await SmtpTestRun.firstOrFail()
      assert.equal(run.verdict, 'cancelled')
      if (flags.length > 0) {
        const { ok, verdict, runId } = JSON.parse(command.stdout)
        assert.deepEqual({ ok, verdict, runId }, { ok: false, verdict: 'cancelled', runId: run.id })
      } else {
        assert.match(command.stdout, /■ EHLO +\d+ ms {2}Cancelled/)
        assert.match(command.stdout, /Test cancelled \(\d+ ms, saved as test \d+\)\n$/)
      }
      await emptyTables()
    }
  })
})

/** Its sender has no domain that could be looked up: a test asks no name server of the world. */
function active({ host, port }: { host: string; port: number }) {
  return { host, port, useTls: false, isActive: true, fromEmail: 'no-reply@localhost' }
}

/** A server that says this, in effect. */
async function activeServer(script: Script = {}): Promise<ScriptedServer> {
  const server = await ScriptedServer.start(script)
  await createConfig(active(server))
  return server
}
