import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { ENV_VALIDATIONS } from '../../app/smtp_admin/configure/env.js'
import { Project } from 'ts-morph'
import { ENVIRONMENT_VARIABLES } from '../../app/smtp_admin/resolution/environment.js'
import { HostFiles } from '../helpers/host/files.js'

const ROOT = new URL('../../', import.meta.url)

function parse(text: string) {
  return new Project({ useInMemoryFileSystem: true }).createSourceFile('file.ts', text)
}

/** The names of the options in an interface of types.ts. */
async function optionsOf(name: string) {
  const text = await readFile(new URL('app/smtp_admin/types/main.ts', ROOT), 'utf8')
  const properties = parse(text).getInterfaceOrThrow(name).getProperties()
  return properties.map((property) => property.getName())
}

test.group('The config/smtp_admin.ts that is published', () => {
  test('has every option, each with a comment', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    const text = await host.read('config/smtp_admin.ts')

    for (const option of await optionsOf('SmtpAdminConfig')) {
      assert.match(text, new RegExp(`\\*/\\n  (// )?${option}: `), option)
    }
    for (const option of await optionsOf('FallbackServer')) {
      assert.match(text, new RegExp(`^    ${option}: .*env\\.get\\('\\w+'\\).*,$`, 'm'), option)
    }
  })

  test('is closed: only the fallback is not a comment', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()

    const file = parse(await host.read('config/smtp_admin.ts'))

    const active = file.getText().match(/^ {2}\w+(?=:)/gm)
    assert.deepEqual(active, ['  fallback'])
  })

  test('is a module still when its options are uncommented', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    const text = await host.read('config/smtp_admin.ts')
    await host.write('config/smtp_admin.ts', text.replaceAll(/^ {2}\/\/ /gm, '  '))

    const { stdout, stderr } = await host.run(
      `import config from './config/smtp_admin.ts'
       console.log(Object.keys(config).sort().join())`,
      { APP_KEY: 'x'.repeat(32) }
    )

    const options = await optionsOf('SmtpAdminConfig')
    assert.equal(stdout.trim(), options.sort().join(), stderr)
  })

  test('reads the variables that are validated, and no others', async ({ assert }) => {
    const host = await HostFiles.withMail()
    await host.configure()
    const text = await host.read('config/smtp_admin.ts')

    const read = [...text.matchAll(/env\.get\('(\w+)'\)/g)].map(([, name]) => name)

    assert.sameMembers(read, Object.keys(ENV_VALIDATIONS))
    for (const names of Object.values(ENVIRONMENT_VARIABLES)) {
      assert.includeMembers(read, names.split(', '))
    }
  })
})
