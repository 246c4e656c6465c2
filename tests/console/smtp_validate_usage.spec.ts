import { test } from '@japa/runner'
import { runAce, runCommand } from '../helpers/process/ace.js'
import { createConfig, emptyTables } from '../helpers/db/configs.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

const MISUSE: [why: string, flags: string[], says: string][] = [
  ['an unknown option', ['--test-mail=ada@example.com'], 'Unknown option --test-mail'],
  ['an unknown short option', ['-x'], 'Unknown option -x'],
  ['a word that belongs to no option', ['Backup'], 'Unexpected argument "Backup"'],
  ['a configuration that is not there', ['--config=Nope'], 'no SMTP configuration named "Nope"'],
  ['--config without a name', ['--config'], 'Enter one configuration'],
  ['two configurations', ['--config=One', '--config=Two'], 'Enter one configuration'],
  ['an account that cannot be one', ['--account=7; drop'], 'Enter the id of one account'],
  ['--account without an id', ['--account='], 'Enter the id of one account'],
  ['an address that is none', ['--test-email=nobody'], 'Enter one address for the test email'],
  ['two addresses', ['--test-email=a@b.example,c@d.example'], 'Enter one address'],
  ['--test-email twice', ['--test-email=a@b.example', '--test-email=c@d.example'], 'Enter one'],
]

test.group('smtp:validate, written in a way that cannot be understood', (group) => {
  group.each.setup(emptyTables)

  for (const [why, flags, says] of MISUSE) {
    test(`ends with 2 and tests nothing: ${why}`, async ({ assert }) => {
      const server = await SmtpServer.start()
      await createConfig({ ...server.address, useTls: false, isActive: true })

      const { exitCode, stdout } = await runCommand(['smtp:validate', '--json', ...flags])
      assert.equal(exitCode, 2)
      const { ok, verdict, stages, errors } = JSON.parse(stdout)
      assert.deepEqual({ ok, verdict, stages }, { ok: false, verdict: null, stages: [] })
      assert.include(errors.join(), says)
      assert.equal(server.connections, 0)
    })
  }

  test('is told what is wrong with it', async ({ assert }) => {
    const { exitCode, stdout } = await runCommand([
      'smtp:validate',
      '--test-email=nobody',
      'Backup',
    ])
    assert.equal(exitCode, 2)
    assert.include(stdout, '✗ Unexpected argument "Backup"')
    assert.include(stdout, '✗ Enter one address for the test email: --test-email=you@example.com')
    assert.notInclude(stdout, 'Test passed')
  })

  test('shows the help, with the exit codes', async ({ assert }) => {
    const { exitCode, stdout } = await runAce(['smtp:validate', '--help'])
    assert.equal(exitCode, 0)
    assert.include(stdout, '--test-email')
    assert.include(stdout, '130  canceled with Ctrl-C')
  })
})
