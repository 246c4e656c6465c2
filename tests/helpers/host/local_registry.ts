import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

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
  await once(server, 'listening')
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
