import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import UserCreate from '../../app/commands/user_create.js'
import User from '#models/user'
import { createUser } from '#tests/helpers/db/users'

const PASSWORD = 'correct horse battery'

test.group('user:create', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })
  group.each.setup(() => {
    const { isTTY } = process.stdin
    return () => {
      process.stdin.isTTY = isTTY
      delete process.env.USER_PASSWORD
    }
  })

  test('creates a user from flags, with the password from the environment', async ({ assert }) => {
    process.env.USER_PASSWORD = PASSWORD
    const command = await ace.create(UserCreate, [
      '--name=Ada Lovelace',
      '--email=Ada@Example.com',
      '--role=operator',
    ])
    await command.exec()

    command.assertSucceeded()
    command.assertLogMatches(/Created the operator Ada Lovelace <ada@example\.com>/)

    const user = await User.verifyCredentials('ada@example.com', PASSWORD)
    assert.equal(user.role, 'operator')
  })

  test('asks for what is not given as a flag', async ({ assert }) => {
    process.stdin.isTTY = true
    const command = await ace.create(UserCreate, ['--name=Ada'])
    command.prompt
      .trap('E-mail address')
      .assertFails('ada', 'Enter an e-mail address such as name@example.com.')
      .replyWith('ada@example.com')
    command.prompt.trap('Role').chooseOption(2)
    command.prompt
      .trap('Password')
      .assertFails('short', 'The password must have at least 10 characters.')
      .assertFails('ada@example.com', /same as the name or the e-mail address/)
      .replyWith(PASSWORD)
    command.prompt
      .trap('Password again')
      .assertFails('mistyped', 'The two passwords are not the same.')
      .assertPasses(PASSWORD)
      .replyWith(PASSWORD)
    await command.exec()

    command.assertSucceeded()
    const user = await User.verifyCredentials('ada@example.com', PASSWORD)
    assert.equal(user.role, 'viewer')
  })

  test('names what is missing when there is no terminal to ask on', async ({ assert }) => {
    process.stdin.isTTY = false
    const command = await ace.create(UserCreate, ['--name=Ada', '--role=viewer'])
    await command.exec()

    command.assertExitCode(1)
    command.assertLogMatches(/Enter the e-mail address/, 'stderr')
    command.assertLogMatches(/Enter the password/, 'stderr')
    assert.isNull(await User.first())
  })

  test('refuses {what}, saying why')
    .with([
      { what: 'a short password', flag: '--password=short', reason: /at least 10 characters/ },
      { what: 'two letters only', flag: '--password=aaaabbbbaaaa', reason: /too simple/ },
      { what: 'the name', flag: '--password=ada lovelace', reason: /same as the name/ },
      { what: 'a space at the end', flag: '--password=like this one ', reason: /with a space/ },
      { what: 'an unknown role', flag: '--role=owner', reason: /operator or viewer/ },
      { what: 'half an address', flag: '--email=ada', reason: /such as name@example\.com/ },
      { what: 'a name of two lines', flag: '--name=Ada\nBcc: x', reason: /no line breaks/ },
    ])
    .run(async ({ assert }, { flag, reason }) => {
      const given = [
        '--name=Ada Lovelace',
        '--email=ada@example.com',
        '--role=viewer',
        `--password=${PASSWORD}`,
      ]
      const args = given.filter((one) => one.split('=')[0] !== flag.split('=')[0]).concat(flag)
      const command = await ace.create(UserCreate, args)
      await command.exec()

      command.assertExitCode(1)
      command.assertLogMatches(reason, 'stderr')
      assert.isNull(await User.findBy({ role: 'viewer' }))
    })

  test('refuses an e-mail address that is taken, in whatever case', async ({ assert }) => {
    const user = await createUser('administrator')
    const command = await ace.create(UserCreate, [
      '--name=Ada',
      `--email=${user.email.toUpperCase()}`,
      '--role=viewer',
      `--password=${PASSWORD}`,
    ])
    await command.exec()

    command.assertExitCode(1)
    command.assertLogMatches(/There is a user with this e-mail address already/, 'stderr')
    assert.lengthOf(await User.all(), 1)
  })
})
