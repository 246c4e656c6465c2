import { test } from '@japa/runner'
import { HostFiles } from '../helpers/host/files.js'

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
  test('touches no file, and names one missing package', async ({ assert }) => {
    const host = await HostFiles.starter()
    const before = await host.all()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    assert.match(stdout, /1\. @adonisjs\/mail is missing\. Run "node ace add @adonisjs\/mail"/)
    assert.match(stdout, /2\. Run "node ace configure adonis-smtp-admin" again/)
    assert.deepEqual(await host.all(), before)
  })

  test('names all required packages at once, and the command for one that is only installed', async ({
    assert,
  }) => {
    const host = await HostFiles.starter()
    const rcFile = await host.read('adonisrc.ts')
    await host.write(
      'adonisrc.ts',
      rcFile.replaceAll(/^.*lucid.*$/gm, (line) => `// ${line}`)
    )
    const before = await host.all()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    assert.include(
      stdout,
      '@adonisjs/lucid is installed but not configured. Run "node ace configure @adonisjs/lucid".'
    )
    assert.include(stdout, '@adonisjs/mail is missing. Run "node ace add @adonisjs/mail".')
    assert.deepEqual(await host.all(), before)
  })

  test('configures an app without sessions, Shield and Edge, and names what the pages need', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    const rcFile = await host.read('adonisrc.ts')
    const without = rcFile.replaceAll(
      /^.*(session|shield|edge_provider).*$/gm,
      (line) => `// ${line}`
    )
    await host.write('adonisrc.ts', without)

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 0)
    for (const name of ['@adonisjs/session', '@adonisjs/shield', 'edge']) {
      assert.include(stdout, `Run "node ace configure ${name}".`)
    }
    assert.include(await host.read('config/mail.ts'), 'databaseTransport()')
  })

  test('says so where the assembler is missing, without which no file can be edited', async ({
    assert,
  }) => {
    const host = await HostFiles.withMail()
    const before = await host.all()

    const { exitCode, stdout } = await host.configure([WITHOUT_ASSEMBLER])

    assert.equal(exitCode, 1)
    assert.match(stdout, /"npm i -D @adonisjs\/assembler"/)
    assert.deepEqual(await host.all(), before)
  })

  test('touches no file where tsconfig.json cannot be read', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.remove('tsconfig.json')
    const before = await host.all()

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    assert.include(stdout, 'check that tsconfig.json is valid')
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
      "() => import('@adonisjs/lucid/database_provider'),",
      "// () => import('@adonisjs/lucid/database_provider'),"
    )

    const { exitCode, stdout } = await host.configure()

    assert.equal(exitCode, 1)
    assert.include(stdout, '@adonisjs/lucid is installed')
  })
})
