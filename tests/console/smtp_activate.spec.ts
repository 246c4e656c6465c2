import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import { SmtpConfig, SmtpHistory } from '#smtp_admin'
import SmtpActivate from '../../commands/smtp_activate.js'
import { runAce } from '../helpers/process/ace.js'
import { useActivation } from '../helpers/html/admin_pages.js'
import { createConfig, emptyTables } from '../helpers/db/configs.js'
import { DOUBTFUL, createConfigIn } from '../helpers/db/tested_configs.js'

/** Runs the command here, where the policy of the app can be another one. */
async function run(...args: string[]) {
  const command = await ace.create(SmtpActivate, args)
  await command.exec()
  const output = command.ui.logger.getLogs().map(({ message }) => message)
  return { exitCode: command.exitCode, output: output.join('\n') }
}

function quietly() {
  ace.ui.switchMode('raw')
  return () => ace.ui.switchMode('normal')
}

async function activeName(scope?: string) {
  const active = await SmtpConfig.getActive(scope)
  return active?.name ?? null
}

test.group('smtp:activate where a test is required', (group) => {
  group.each.setup(emptyTables)
  group.each.setup(quietly)
  group.each.setup(() => useActivation('require-test'))

  for (const state of DOUBTFUL) {
    test(`does not take what is ${state}, says what to do, and exits with 1`, async ({
      assert,
    }) => {
      await createConfigIn(state, { name: 'Backup', scope: 'account:7' })

      const { exitCode, output } = await run('Backup', '--account=7')

      assert.equal(exitCode, 1)
      assert.match(output, /"Backup" was not made active: it.*\[E_SMTP_TEST_REQUIRED\]/)
      assert.include(output, 'To test it: node ace smtp:validate --config="Backup" --account=7')
      assert.include(output, 'node ace smtp:activate "Backup" --account=7 --reason="')
      assert.isNull(await activeName('account:7'))
    })
  }

  test('takes what has passed a test without another word', async ({ assert }) => {
    await createConfigIn('working', { name: 'Backup' })
    const { exitCode, output } = await run('Backup')
    assert.equal(exitCode, 0)
    assert.notInclude(output, 'may not work')
    assert.equal(await activeName(), 'Backup')
  })

  test('takes a reason, keeps it, and warns all the same', async ({ assert }) => {
    await createConfig({ name: 'Backup' })

    const { exitCode, output } = await run('Backup', '--reason=  The old one is down ')

    assert.equal(exitCode, 0)
    assert.include(output, 'It may not work: it has not been tested.')
    const entry = await SmtpHistory.query().orderBy('id', 'desc').firstOrFail()
    assert.deepEqual(entry.changes.reason, [null, 'The old one is down'])
  })

  for (const [what, reason] of [
    ['an empty one', ''],
    ['two lines', 'One\nTwo'],
    ['a book', 'x'.repeat(501)],
  ]) {
    test(`takes no reason that the history could not keep: ${what}`, async ({ assert }) => {
      await createConfig({ name: 'Backup' })
      const { exitCode, output } = await run('Backup', `--reason=${reason}`)
      assert.equal(exitCode, 1)
      assert.match(output, /--reason: (Enter|Remove|Shorten) /)
      assert.isNull(await activeName())
    })
  }

  test('goes back without a test and without a reason, and forward again', async ({ assert }) => {
    await createConfig({ name: 'First', isActive: true })
    await createConfigIn('working', { name: 'Second' })
    const { output } = await run('Second')
    assert.include(output, 'To undo: node ace smtp:activate --previous')

    const back = await run('--previous')
    assert.include(back.output, 'First - mail.example.com:587 (Active)')
    assert.equal(await activeName(), 'First')

    await run('--previous')
    assert.equal(await activeName(), 'Second')
  })

  test('goes back to none, where none was active', async ({ assert }) => {
    await createConfigIn('working', { name: 'Only' })
    await run('Only')

    const { exitCode, output } = await run('--previous')

    assert.equal(exitCode, 0)
    assert.include(output, 'Only - mail.example.com:587 (Inactive)')
    assert.isNull(await activeName())
    await run('--previous')
    assert.equal(await activeName(), 'Only')
  })

  test('does not go back to what was changed since, and says what to do', async ({ assert }) => {
    const first = await createConfig({ name: 'First', isActive: true })
    await createConfigIn('working', { name: 'Second' })
    await run('Second')
    await first.refresh()
    await first.merge({ host: 'other.example.com' }).save()

    const { exitCode, output } = await run('--previous')

    assert.equal(exitCode, 1)
    assert.include(output, 'To test it: node ace smtp:validate --config="First"')
    assert.equal(await activeName(), 'Second')
  })

  test('goes back in the scope that is named, and in no other', async ({ assert }) => {
    await createConfig({ name: 'Site', isActive: true })
    await createConfig({ name: 'Own', scope: 'account:7', isActive: true })

    const { output } = await run('--previous', '--account=7')

    assert.include(output, 'To undo: node ace smtp:activate --previous --account=7')
    assert.isNull(await activeName('account:7'))
    assert.equal(await activeName(), 'Site')
  })
})

test.group('smtp:activate', (group) => {
  group.each.setup(emptyTables)
  group.each.setup(quietly)

  for (const state of DOUBTFUL) {
    test(`warns of what is ${state}`, async ({ assert }) => {
      await createConfigIn(state, { name: 'Backup' })
      const { exitCode, output } = await run('Backup')
      assert.equal(exitCode, 0)
      assert.match(output, /It may not work: it|Its password cannot be decrypted/)
      assert.equal(await activeName(), 'Backup')
    })
  }

  test('tells an operator at a terminal of it, and how to go back', async ({ assert }) => {
    await createConfig({ name: 'Backup' })
    const { exitCode, stdout, stderr } = await runAce(['smtp:activate', 'Backup'])
    assert.equal(exitCode, 0)
    assert.include(stdout + stderr, 'To test it: node ace smtp:validate --config="Backup"')
    assert.include(stdout, 'To undo: node ace smtp:activate --previous')
  })

  for (const args of [[], ['Backup', '--previous']]) {
    test(`says how it is used: smtp:activate ${args.join(' ')}`, async ({ assert }) => {
      const { exitCode, output } = await run(...args)
      assert.equal(exitCode, 1)
      assert.include(output, 'Enter either the name of a configuration or --previous')
    })
  }

  test('has nowhere to go back to, and says why', async ({ assert }) => {
    const never = await run('--previous')
    const first = await createConfig({ name: 'First', isActive: true })
    await createConfig({ name: 'Second' })
    await run('Second')
    await first.refresh()
    await first.delete()
    const gone = await run('--previous')

    assert.deepEqual([never.exitCode, gone.exitCode], [1, 1])
    assert.include(never.output, 'There is no previous configuration')
    assert.include(gone.output, '"First" has been deleted')
    assert.equal(await activeName(), 'Second')
  })
})
