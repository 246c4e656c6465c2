import type { HostApp } from './host_app.js'
import { folderFor, newApp, once } from './install.js'
import { readme } from './readme.js'

/** Somebody who may use the pages, and somebody who may not: from the app's own seeder. */
export const OWNER = { email: 'owner@shop.example', password: 'sells bread and butter' }
export const CUSTOMER = { email: 'customer@shop.example', password: 'buys bread and butter' }

/** The app of these tests, and what its files were when the commands had configured it. */
export const configuredShop = once(() =>
  configuredApp('shop', ['npm i adonis-smtp-admin', 'node ace configure adonis-smtp-admin'])
)

/** Another one, in which one command did both. */
export const oneCommandShop = once(() =>
  configuredApp('one_command_shop', ['node ace add adonis-smtp-admin'])
)

/** The app of these tests: all is done that README says, and it has its tables and users. */
export const shop = once(async () => {
  const { app } = await configuredShop()
  await finish(app)
  return app
})

/** A copy of it that a test may change: its own files, tables and users. */
export async function shopCopy(name: string): Promise<HostApp> {
  const app = await shop()
  return app.copyTo(await folderFor(name))
}

/** The shop in production. */
export const deployedShop = once(async () => {
  const app = await shop()
  const deployed = await app.deployTo(await folderFor('production'))
  await deployed.run('node ace db:seed')
  return deployed
})

/** Does what README leaves to people, and makes the tables, the users and the types. */
export async function finish(app: HostApp) {
  await writeCode(app)
  await app.run(readme.command('node ace migration:run'))
  await app.run('node ace db:seed')
  await app.run('node ace codegen')
}

/** An app that sends mail, and then README's commands that install and configure this package. */
async function configuredApp(name: string, commands: string[]) {
  const app = await newApp(name)
  await app.run(readme.command('node ace add @adonisjs/mail --transports=smtp'))
  for (const command of commands) {
    await app.run(readme.command(command))
  }
  return { app, contents: await app.contents() }
}

/** Puts README's code where README says. */
async function writeCode(app: HostApp) {
  const [options, routes, ...mails] = [
    'config/smtp_admin.ts',
    'start/routes.ts',
    'app/controllers/orders_controller.ts',
    'app/controllers/invoices_controller.ts',
  ].map((file) => ({ file, code: readme.codeFor(file) }))

  await app.edit(options.file, 'defineConfig({\n', `defineConfig({\n${options.code}`)
  const written = await app.read(routes.file)
  const present = written.split('\n').filter((line) => line.startsWith('import '))
  const added = routes.code.split('\n').filter((line) => !present.includes(line))
  await app.write(routes.file, `${written}\n${added.join('\n')}`)
  for (const { file, code } of mails) {
    await app.edit(file, '// Here the mail is sent\n', code)
  }
}
