import { realpathSync, rmSync } from 'node:fs'
import { cp, glob, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { authorityCertificate } from '../smtp/certificates.js'
import { freshCheckout } from '../process/demo.js'
import { HostApp } from './host_app.js'
import { run } from './commands.js'
import { startRegistry } from './local_registry.js'
import { readme } from './readme.js'

const ROOT = new URL('../../../', import.meta.url)
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
