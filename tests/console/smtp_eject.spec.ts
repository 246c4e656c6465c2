import { writeFileSync } from 'node:fs'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import SmtpEject from '../../commands/smtp_eject.js'
import { runAce } from '../helpers/process/ace.js'
import { OwnViews, packagedView } from '../helpers/views/host_views.js'
import { snippets } from '../helpers/docs/documentation.js'

const PAGES = ['configs/delete', 'configs/form', 'configs/index', 'error'].map(
  (it) => `pages/${it}`
)

async function eject(...args: string[]) {
  const command = await ace.create(SmtpEject, args)
  await command.exec()
  return command
}

test.group('smtp:eject', (group) => {
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('copies a view to where it wins, and says so', async ({ assert }) => {
    const own = new OwnViews()

    const command = await eject('pages/configs/index')

    command.assertSucceeded()
    assert.equal(own.read('pages/configs/index'), packagedView('pages/configs/index'))
    assert.isFalse(own.has('pages/configs/form'))
    command.assertLogMatches(new RegExp(`create .*${own.folder}.smtp_admin.pages.configs.index`))
    command.assertLogMatches(/Your copy overrides the view of the package/)
    command.assertLogMatches(/In production, restart the app to apply the change/)
    command.assertLogMatches(/Upgrades of the package do not change your copies/)
  })

  test('takes {$self} for one view')
    .with(['components/layout', './components/layout.edge', 'components\\layout'])
    .run(async ({ assert }, name) => {
      const own = new OwnViews()

      await eject(name)

      assert.isTrue(own.has('components/layout'))
      assert.isFalse(own.has('components/section'))
    })

  test('copies a folder with everything below it: {$self}')
    .with(['pages', 'pages/'])
    .run(async ({ assert }, folder) => {
      const own = new OwnViews()

      const command = await eject(folder)

      command.assertSucceeded()
      assert.deepEqual(
        PAGES.filter((view) => !own.has(view)),
        []
      )
      assert.isFalse(own.has('components/layout'))
      command.assertLogMatches(/Your copies override the view of the package/)
    })

  test('copies every view with --all', async ({ assert }) => {
    const own = new OwnViews()

    await eject('--all')

    for (const view of [...PAGES, 'components/layout', 'partials/header']) {
      assert.equal(own.read(view), packagedView(view))
    }
  })

  test('leaves what is there as it is, until --force', async ({ assert }) => {
    const own = new OwnViews()
    own.write('pages/error', 'Mine')

    const kept = await eject('pages')

    kept.assertSucceeded()
    kept.assertLogMatches(/pages.error\.edge.*Already exists: --force overwrites it/)
    assert.equal(own.read('pages/error'), 'Mine')
    assert.isTrue(own.has('pages/configs/index'))

    await eject('pages/error', '--force')

    assert.equal(own.read('pages/error'), packagedView('pages/error'))
  })

  test('claims nothing when nothing was copied', async ({ assert }) => {
    const own = new OwnViews()
    own.write('pages/error', 'Mine')

    const command = await eject('pages/error')

    const said = command.logger.getLogs().map(({ message }) => message)
    assert.lengthOf(said, 1)
    assert.notInclude(said[0], 'override')
  })

  test('lists the views and marks those that are yours, without an argument', async ({
    assert,
  }) => {
    const own = new OwnViews()
    own.write('pages/error', 'Mine')

    const command = await eject()

    command.assertSucceeded()
    command.assertTableRows([
      ['components/layout', ''],
      ['pages/error', `● ${app.relativePath(own.pathOf('pages/error'))}`],
    ])
    assert.isFalse(own.has('pages/configs/index'))
  })

  test('copies nothing for a name that is not a view: {$self}')
    .with(['transcript', 'pages/config/index', 'partials/heading', 'page'])
    .run(async ({ assert }, name) => {
      const own = new OwnViews()

      const command = await eject(name)

      command.assertFailed()
      const [{ message }] = command.logger.getLogs()
      assert.include(message, `There is no view or folder "${name}".`)
      assert.isFalse(own.has('pages/configs/index'))
    })

  test('does not leave the folder of the views: {$self}')
    .with([
      '..',
      '../host/pages/login',
      '../../../.env',
      'pages/../../host/pages/login',
      '..\\host\\pages\\login',
      '/etc/passwd',
      '/',
      '.',
    ])
    .run(async ({ assert }, path) => {
      const own = new OwnViews()

      const command = await eject(path)

      command.assertExitCode(1)
      assert.isFalse(own.has('pages/error'))
      command.assertLogMatches(/There is no view or folder/, 'stderr')
    })

  test('says in one sentence that it cannot write', async () => {
    const own = new OwnViews()
    writeFileSync(app.makePath(own.folder, 'smtp_admin'), 'a file in the way')

    const command = await eject('pages/error')

    command.assertExitCode(1)
    command.assertLogMatches(/The views could not be copied \(.*mkdir/, 'stderr')
  })

  test('does what the documentation says', async ({ assert }) => {
    const own = new OwnViews()
    const commands = snippets('docs/theming.md', 'sh').join('').trim().split('\n')

    for (const line of commands) {
      const [name, ...args] = line.replace('node ace ', '').split(' ')
      assert.equal(name, SmtpEject.commandName)
      const command = await eject(...args)
      command.assertSucceeded()
    }

    assert.isTrue(own.has('pages/configs/index'))
    assert.isTrue(own.has('partials/header'))
    assert.isFalse(own.has('pages/configs/form'))
  })

  test('needs neither a database nor a server', async ({ assert }) => {
    const { exitCode, stdout } = await runAce(['smtp:eject'], { DB_CONNECTION: 'nowhere' })

    assert.equal(exitCode, 0)
    assert.match(stdout, /pages\/configs\/index/)
    assert.include(stdout, 'node ace smtp:eject --all')
  })
})
