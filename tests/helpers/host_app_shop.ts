import type { HostApp } from './host_app.js'
import { folderFor, newApp, once } from './host_app_install.js'
import { readme } from './readme.js'

/** Somebody who may use the pages, and somebody who may not: from the app's own seeder. */
export const OWNER = { email: 'owner@shop.example', password: 'sells bread and butter' }
export const CUSTOMER = { email: 'customer@shop.example', password: 'buys bread and butter' }

/** An app that sends mail, in which README's commands that install this package were run. */
export async function installedApp(name: string, commands: string[]): Promise<HostApp> {
  const app = await newApp(name)
  await app.run(readme.command('node ace add @adonisjs/mail --transports=smtp'))
  for (const command of commands) {
    await app.run(readme.command(command))
  }
  return app
}

/** The app of these tests as the commands left it, and what its files were at that moment. */
export const configuredShop = once(async () => {
  const app = await installedApp('shop', [
    'npm i adonis-smtp-admin',
    'node ace configure adonis-smtp-admin',
  ])
  return { app, contents: await app.contents() }
})

/** The app of these tests: all is done that README says, and it has its tables and users. */
export const shop = once(async () => {
  const { app } = await configuredShop()
  await writeCode(app)
  await app.run(readme.command('node ace migration:run'))
  await app.run('node ace db:seed')
  await app.run('node ace codegen')
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

/** Puts README's code where README says. */
async function writeCode(app: HostApp) {
  const [options, routes, ...mails] = [
    'config/smtp_admin.ts',
    'start/routes.ts',
    'app/controllers/orders_controller.ts',
    'app/controllers/invoices_controller.ts',
  ].map((file) => ({ file, code: readme.codeFor(file) }))

  await app.edit(options.file, 'defineConfig({\n', `defineConfig({\n${options.code}`)
  await app.write(routes.file, `${await app.read(routes.file)}\n${routes.code}`)
  for (const { file, code } of mails) {
    await app.edit(file, '// Here the mail is sent\n', code)
  }
}
