import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import UserCreate from '../../app/commands/user_create.js'
import User from '#models/user'
import { createUser } from '#tests/helpers/users'

const PASSWORD = 'correct horse battery'

test.group('user:create', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })
  group.each.setup(() => () => {
    delete process.env.USER_PASSWORD
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

  test('refuses {flag}, saying why')
    .with([
      { flag: '--password=short', reason: /must have at least 10 characters/ },
      { flag: '--password=Password123', reason: /too common/ },
      { flag: '--password=aaaabbbbaaaa', reason: /too common/ },
      { flag: '--password=ada lovelace', reason: /same as the name/ },
      { flag: '--password=ends with a space ', reason: /may not begin or end with a space/ },
      { flag: '--role=owner', reason: /must be one of administrator,operator,viewer/ },
      { flag: '--email=ada', reason: /such as name@example\.com/ },
      { flag: '--name=Ada\nBcc: x', reason: /may not contain line breaks/ },
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
