import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BaseCommand } from '@adonisjs/core/ace'
import { test } from '@japa/runner'
import ts from 'typescript'
import { PAGES, codeBlocks, readPage } from '#tests/helpers/docs/documentation'
import { problemsInSnippets } from '#tests/helpers/docs/documented_code'

const ROOT = new URL('../../', import.meta.url)

/** The names of the members of an interface of app/smtp_admin/types/main.ts. */
async function membersOf(name: string): Promise<string[]> {
  const text = await readPage('app/smtp_admin/types/main.ts')
  const file = ts.createSourceFile('types.ts', text, ts.ScriptTarget.Latest, true)
  const declaration = file.statements.find((it) => {
    return ts.isInterfaceDeclaration(it) && it.name.text === name
  }) as ts.InterfaceDeclaration
  return declaration.members.map((member) => member.name!.getText())
}

/** The flags of each command, as they are typed. */
async function flagsByCommand(): Promise<Map<string, string[]>> {
  const files = globSync('commands/smtp_*.ts', { cwd: fileURLToPath(ROOT) })
  const commands = files.map(async (file): Promise<[string, string[]]> => {
    const { default: command }: { default: typeof BaseCommand } = await import(
      new URL(file, ROOT).href
    )
    return [command.commandName, command.flags.map(({ flagName }) => `--${flagName}`)]
  })
  return new Map(await Promise.all(commands))
}

test.group('The documentation', () => {
  for (const path of PAGES) {
    test(`names commands and flags that there are in ${path}`, async ({ assert }) => {
      const commands = await flagsByCommand()
      const text = await readPage(path)
      for (const [, name] of text.matchAll(/(?<![\w-])(smtp:[a-z]+[a-z-]*)/g)) {
        assert.isTrue(commands.has(name), `There is no command ${name}`)
      }
      for (const [line, name] of text.matchAll(/node ace (smtp:[a-z-]+)[^`\n#|>]*/g)) {
        const flags = line.match(/(?<= )--[a-z-]+/g) ?? []
        assert.includeMembers([...commands.get(name)!, '--help'], flags, line)
      }
    })
  }

  test('is all linked from the README', async ({ assert }) => {
    const readme = await readPage('README.md')
    for (const path of PAGES.filter((it) => !/^(README|CONTRIBUTING)|\/decisions\//.test(it))) {
      assert.include(readme, `](${path})`)
    }
  })

  test('explains every option', async ({ assert }) => {
    const page = await readPage('docs/configuration.md')
    const options = await membersOf('SmtpAdminConfig')
    const fields = await membersOf('FallbackServer')
    assert.isAbove(options.length, 9)
    for (const name of [...options, ...fields]) {
      assert.match(page, new RegExp(`^\\|.*\`${name}[\`.].*\\|`, 'm'))
    }
  })

  test('explains every ability', async ({ assert }) => {
    const [, abilities] = /type Ability = (.*)/.exec(
      await readPage('app/smtp_admin/types/common.ts')
    )!
    const page = await readPage('docs/permissions.md')
    for (const [, ability] of abilities.matchAll(/'(\w+)'/g)) {
      assert.match(page, new RegExp(`^\\| \`${ability}\` +\\|`, 'm'))
    }
  })

  test('explains every variable of the mail server', async ({ assert }) => {
    const page = await readPage('docs/configuration.md')
    const env = await readPage('start/env.ts')
    const variables = [...env.matchAll(/^ +((?:SMTP|MAIL)_\w+):/gm)]
    assert.isAbove(variables.length, 8)
    for (const [, name] of variables) {
      assert.match(page, new RegExp(`^\\| \`${name}\` +\\|`, 'm'))
    }
  })

  test('has code that compiles', async ({ assert }) => {
    assert.deepEqual(await problemsInSnippets(), [])
  }).timeout(60_000)

  test('has a language for every block of code', async ({ assert }) => {
    for (const path of PAGES) {
      const nameless = codeBlocks(await readPage(path)).filter(({ language }) => !language)
      assert.deepEqual(nameless, [], path)
    }
  })

  test('has no picture that no page shows', async ({ assert }) => {
    const pictures = globSync('docs/screenshots/*', { cwd: fileURLToPath(ROOT) })
    const readme = await readPage('README.md')
    for (const picture of pictures) {
      assert.include(readme, picture.replaceAll('\\', '/'))
    }
  })
})
