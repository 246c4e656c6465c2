import { createHash } from 'node:crypto'
import { once as event } from 'node:events'
import { cp, glob, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { authorityCertificate } from '../smtp/certificates.js'
import { freshCheckout } from '../process/running_app.js'
import { HostApp, run } from './host_app.js'
import { readme } from './readme.js'

/** What a lock file says of a version: all that npm has to know to install it. */
interface Manifest {
  name: string
  version: string
  integrity: string
}

/** The versions of one package, the one that most get first. */
type Versions = Manifest[]

const ROOT = new URL('../../../', import.meta.url)

/** Has the contents of the packages that are not in npm's cache, from `npm ci` or from before. */
const REGISTRY = process.env.npm_config_registry ?? 'https://registry.npmjs.org/'

/**
 * A registry that has this package as `npm pack` made it, and of all others the versions of
 * package-lock.json: `npm i adonis-smtp-admin` works as after a release, and what it installs does
 * not depend on the day. It does not keep the process alive.
 *
 * @returns the address
 */
export async function startRegistry(tarball: string): Promise<string> {
  const packed = await packedVersion(tarball)
  const packages = await lockedPackages()
  packages.set(packed.name, [packed])

  const listener: RequestListener = async ({ url, headers }, response) => {
    const path = decodeURIComponent(url!.slice(1))
    const versions = packages.get(path)
    response.setHeader('Cache-Control', 'no-store')
    if (versions) {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify(asDocument(versions, `http://${headers.host}`)))
    } else if (path.startsWith(`${packed.name}/-/`)) {
      response.end(await readFile(tarball))
    } else {
      // Also what nobody installs: npm wants to know of the optional peers of two packages at once.
      response.writeHead(302, { Location: new URL(path, REGISTRY).href }).end()
    }
  }

  const server = createServer((request, response) => void listener(request, response))
  server.listen(0, '127.0.0.1').unref()
  await event(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function packedVersion(tarball: string): Promise<Manifest> {
  const manifest = await readJson<Manifest>('package.json')
  const hash = createHash('sha512').update(await readFile(tarball))
  return { ...manifest, integrity: `sha512-${hash.digest('base64')}` }
}

async function lockedPackages(): Promise<Map<string, Versions>> {
  const lock = await readJson<{ packages: Record<string, Manifest> }>('package-lock.json')
  const packages = new Map<string, Versions>()
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = entry.name ?? path.split('node_modules/').at(-1)
    const others = packages.get(name) ?? []
    const isFirst = path === `node_modules/${name}`
    const manifest = { ...entry, name }
    packages.set(name, isFirst ? [manifest, ...others] : [...others, manifest])
  }
  return packages
}

/** As a registry answers for a package. */
function asDocument(versions: Versions, address: string) {
  const [{ name, version: latest }] = versions
  const published = versions.map(({ integrity, ...manifest }) => {
    const file = `${name.split('/').at(-1)}-${manifest.version}.tgz`
    return { ...manifest, dist: { integrity, tarball: `${address}/${name}/-/${file}` } }
  })
  return {
    name,
    'dist-tags': { latest },
    'versions': Object.fromEntries(published.map((it) => [it.version, it])),
  }
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(path, ROOT), 'utf8'))
}

const TEMPLATE = fileURLToPath(new URL('tests/host/app', ROOT))

const PREFIX = join(realpathSync(tmpdir()), 'adonis-smtp-admin-host-')
const HOUR_MS = 3_600_000

/** Outside of the repository, so that nothing is found in its node_modules; gone with the process. */
const workshop = once(async () => {
  await removeLeftovers()
  const folder = await mkdtemp(PREFIX)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
})

/** A process that is killed leaves its folder behind, and apps are large. */
async function removeLeftovers() {
  for await (const folder of glob(`${PREFIX}*`)) {
    const { mtimeMs } = await stat(folder)
    if (mtimeMs < Date.now() - HOUR_MS) {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** A folder for an app, which is there only while the tests run. */
export async function folderFor(name: string): Promise<string> {
  return join(await workshop(), name)
}

/** What `npm pack` makes of a fresh checkout. */
export const tarball = once(async () => {
  const folder = await workshop()
  await run(`${readme.command('npm pack')} --pack-destination ${folder}`, await freshCheckout())
  const names = await readdir(folder)
  return join(
    folder,
    names.find((name) => name.endsWith('.tgz'))!
  )
})

/** Where npm gets packages from, without asking it for advice; and whom TLS trusts. */
const machine = once(async () => ({
  npm_config_registry: await startRegistry(await tarball()),
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  NODE_EXTRA_CA_CERTS: await trustedAuthorities(),
}))

/** The authority of the tests beside those that the machine has of its own. */
async function trustedAuthorities() {
  const { NODE_EXTRA_CA_CERTS: own } = process.env
  const certificates = [own ? await readFile(own, 'utf8') : '', await authorityCertificate()]
  const file = join(await workshop(), 'authorities.pem')
  await writeFile(file, certificates.join('\n'))
  return file
}

/** An app as a starter kit makes it, which has never heard of this package. */
export async function newApp(name: string): Promise<HostApp> {
  const folder = await folderFor(name)
  await cp(TEMPLATE, folder, { recursive: true })
  const app = new HostApp(folder, await machine())
  await app.write('package.json', await withVersions(await app.read('package.json')))
  await app.write('.env', await app.read('.env.example'))
  await app.write('tmp/.gitkeep', '')
  await app.run('npm install')
  await app.run('node ace generate:key')
  await app.run('node ace codegen')
  return app
}

/** The template names its packages; their versions are those that are developed with here. */
async function withVersions(template: string): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'))
  return template.replace(/"(\S+)": "\*"/g, (_, name) => `"${name}": "${devDependencies[name]}"`)
}

/** Does it when it is needed for the first time, and then has it. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

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
