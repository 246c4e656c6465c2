import { test } from '@japa/runner'
import { describeMissingPeers } from '../../app/smtp_admin/configure/peers.js'
import { HostFiles } from '../helpers/host/files.js'

/** Each peer by the provider of it in adonisrc.ts, with the command that adds it. */
const PEERS = [
  { provider: '@adonisjs/lucid/database_provider', command: 'node ace add @adonisjs/lucid' },
  { provider: '@adonisjs/mail/mail_provider', command: 'node ace add @adonisjs/mail' },
  { provider: '@adonisjs/session/session_provider', command: 'node ace add @adonisjs/session' },
  { provider: '@adonisjs/shield/shield_provider', command: 'node ace add @adonisjs/shield' },
  { provider: '@adonisjs/core/providers/edge_provider', command: 'node ace add edge' },
]

/** Makes it look to a process as if the assembler were not installed. */
const WITHOUT_ASSEMBLER = `--import=data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module'
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.startsWith('@adonisjs/assembler')) {
      throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
    }
    return nextResolve(specifier, context)
  },
})`)}`

test.group('Configuring where something is missing', () => {
  test('{provider}: the command is named that adds the package')
    .with(PEERS)
    .run(({ assert }, { provider, command }) => {
      const problems = describeMissingPeers({
        installed: new Set(),
        isRegistered: (name) => name !== provider,
        hasAssembler: true,
      })

      assert.lengthOf(problems, 1)
      assert.include(problems[0], `Run "${command}".`)
    })

  test('{provider}: npm may have installed the package without configuring it')
    .with(PEERS)
    .run(({ assert }, { provider, command }) => {
      const problems = describeMissingPeers({
        installed: new Set(['@adonisjs/lucid', '@adonisjs/mail', '@adonisjs/session']).union(
          new Set(['@adonisjs/shield', 'edge.js'])
        ),
        isRegistered: (name) => name !== provider,
        hasAssembler: true,
      })

      assert.lengthOf(problems, 1)
      assert.include(problems[0], `Run "${command.replace('add', 'configure')}".`)
    })

  test('touches no file, and names one missing package', async ({ assert }) => {
    const host = await HostFiles.starter()
    const before = await host.all()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    assert.match(stdout, /1\. @adonisjs\/mail is missing\. Run "node ace add @adonisjs\/mail"/)
    assert.match(stdout, /2\. Then run "node ace configure adonis-smtp-admin" again/)
    assert.deepEqual(await host.all(), before)
  })

  test('names all of them at once', async ({ assert }) => {
    const host = await HostFiles.starter()
    const rcFile = await host.read('adonisrc.ts')
    const without = rcFile.replaceAll(
      /^.*(lucid|session|shield|edge_provider).*$/gm,
      (line) => `// ${line}`
    )
    await host.write('adonisrc.ts', without)
    const before = await host.all()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    for (const name of ['@adonisjs/lucid', '@adonisjs/session', '@adonisjs/shield']) {
      assert.include(
        stdout,
        `${name} is installed but not configured. Run "node ace configure ${name}".`
      )
    }
    assert.include(stdout, 'Run "node ace configure edge".')
    assert.include(stdout, '@adonisjs/mail is missing. Run "node ace add @adonisjs/mail".')
    assert.deepEqual(await host.all(), before)
  })

  test('says so where the assembler is missing, without which no file can be edited', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    const before = await host.all()

    const { exitCode, stdout } = await host.configure([WITHOUT_ASSEMBLER])

    assert.equal(exitCode, 1)
    assert.match(stdout, /1\. @adonisjs\/assembler is missing.*"npm i -D @adonisjs\/assembler"/)
    assert.deepEqual(await host.all(), before)
  })

  test('touches no file where tsconfig.json cannot be read', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.remove('tsconfig.json')
    const before = await host.all()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    assert.include(stdout, '1. tsconfig.json cannot be read')
    assert.deepEqual(await host.all(), before)
  })

  test('sees what was registered in the same process, as by "node ace add"', async ({ assert }) => {
    const host = await HostFiles.starter()
    await host.write(
      'node_modules/both/index.js',
      `import * as mail from '@adonisjs/mail'
import * as smtpAdmin from 'adonis-smtp-admin'

export async function configure(command) {
  command.parsedFlags.transports = 'smtp'
  await mail.configure(command)
  await smtpAdmin.configure(command)
}`
    )
    await host.write('node_modules/both/package.json', '{ "type": "module", "main": "index.js" }')

    const { exitCode, stdout } = await host.ace(['configure', 'both'])

    assert.equal(exitCode, 0, stdout)
    assert.include(await host.read('config/mail.ts'), 'databaseTransport()')
  })

  test('takes a provider for missing that only a comment names', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.edit(
      'adonisrc.ts',
      "() => import('@adonisjs/shield/shield_provider'),",
      "// () => import('@adonisjs/shield/shield_provider'),"
    )

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    assert.include(stdout, '@adonisjs/shield')
  })
})
