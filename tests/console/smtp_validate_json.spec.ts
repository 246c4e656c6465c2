import { test } from '@japa/runner'
import { formatMessages } from '../../app/smtp_admin/diagnostics/messages.js'
import { en } from '../../app/smtp_admin/i18n/format.js'
import { SmtpTestRun } from '#smtp_admin'
import { DATABASE_AWAY, runAce } from '../helpers/process/ace.js'
import { KNOWN_SECRET, createConfigWithLogin, emptyTables } from '../helpers/db/configs.js'
import { ScriptedServer, silence } from '../helpers/smtp/scripted_server.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'

const LOGIN = { username: 'mailer@example.com', password: KNOWN_SECRET }

/** A log of everything, on the standard output where the object is expected. */
const TALKATIVE = { LOG_LEVEL: 'debug' }

test.group('smtp:validate --json', (group) => {
  group.each.setup(emptyTables)

  test('prints one object and nothing else', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    const { revision } = await createConfigWithLogin({
      ...server.address,
      ...{ useTls: false, isActive: true, fromEmail: 'no-reply@localhost' },
    })

    const flags = ['--json', '--transcript', '--test-email=ada@example.com']
    const { exitCode, stdout } = await runAce(['smtp:validate', ...flags], TALKATIVE)

    assert.equal(exitCode, 0)
    const report = JSON.parse(stdout)
    const run = await SmtpTestRun.firstOrFail()
    assert.containSubset(report, {
      ...{ ok: true, verdict: 'passed', source: 'site', name: 'Primary Mail Server' },
      ...{ server: `127.0.0.1:${server.port}`, revision, runId: run.id },
      ...{ advice: null, sender: [], notes: [], errors: [] },
      ...{ transcript: run.transcript, ms: run.ms },
    })
    assert.deepEqual(
      report.stages,
      run.report.stages.map((stage) => ({
        name: stage.name,
        state: stage.state,
        ms: stage.ms,
        detail: formatMessages(en, stage),
      }))
    )
    assert.notInclude(stdout, KNOWN_SECRET)
    await server.received(1)
  })

  test('has what failed and what to do', async ({ assert }) => {
    const server = await SmtpServer.start({ login: LOGIN })
    const wrong = { ...server.address, useTls: false, isActive: true, password: 'wrong' }
    await createConfigWithLogin(wrong)

    const { exitCode, stdout } = await runAce(['smtp:validate', '--json'], TALKATIVE)

    assert.equal(exitCode, 1)
    const { ok, verdict, advice, stages } = JSON.parse(stdout)
    assert.deepEqual([ok, verdict], [false, 'failed'])
    assert.sameMembers(Object.keys(advice), ['cause', 'steps', 'correction'])
    assert.isString(advice.cause)
    assert.isNotEmpty(advice.steps)
    assert.containSubset(stages, [{ name: 'authentication', state: 'failed' }])
  })

  test('tests the environment’s server when the database is away', async ({ assert }) => {
    const server = await SmtpServer.start()
    const { exitCode, stdout } = await runAce(['smtp:validate', '--json'], {
      ...{ ...DATABASE_AWAY, ...TALKATIVE },
      ...{ SMTP_HOST: server.host, SMTP_PORT: String(server.port) },
    })
    assert.equal(exitCode, 1)
    const { ok, verdict, source, runId, errors } = JSON.parse(stdout)
    assert.deepEqual([ok, verdict, source, runId], [false, 'passed', 'environment', null])
    assert.match(errors[0], /^The database could not be read/)
  })

  test('says that no configuration can be looked for when the database is away', async ({
    assert,
  }) => {
    const { exitCode, stdout } = await runAce(['smtp:validate', '--json', '--config=Any'], {
      ...{ ...DATABASE_AWAY, ...TALKATIVE },
    })
    assert.equal(exitCode, 1)
    const { ok, errors } = JSON.parse(stdout)
    assert.isFalse(ok)
    assert.match(errors[0], /^The database could not be read/)
  })

  test('does not wait for a database that never answers', async ({ assert }) => {
    const database = await ScriptedServer.start({ greeting: silence })
    const server = await SmtpServer.start()
    const { exitCode, stdout } = await runAce(['smtp:validate', '--json'], {
      ...{ DB_CONNECTION: 'postgres', DB_HOST: database.host, DB_PORT: String(database.port) },
      ...{ SMTP_HOST: server.host, SMTP_PORT: String(server.port) },
      ...{ LOG_LEVEL: 'silent' },
    })
    assert.equal(exitCode, 1)
    const { verdict, errors } = JSON.parse(stdout)
    assert.equal(verdict, 'passed')
    assert.include(errors[0], 'no answer within')
    assert.isAbove(database.connections, 0)
  })
})
