import { glob, readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import ts from 'typescript'
import { run } from '../helpers/host/host_app.js'

const ROOT = new URL('../../', import.meta.url)

/** What every package carries beside its code. */
const BESIDE = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']
const DOCUMENTATION = ['docs/*.md', 'docs/screenshots/*.png']

const COMPILED = [
  '{index,configure}.ts',
  '{commands,providers,services,stubs,app/smtp_admin}/**/*.ts',
]
const COPIED = [
  'resources/{views,assets}/smtp_admin/**/*.{edge,css,js}',
  'resources/lang/*.json',
  'app/smtp_admin/**/*.json',
  'stubs/**/*.stub',
]

/** The index that Ace reads of a package's commands. */
const GENERATED = ['commands.json', 'main.js'].map((it) => `build/commands/${it}`)

/** In bytes: download and disk. The two pictures are half of the download. */
const PACKED_AT_MOST = 600_000
const UNPACKED_AT_MOST = 1_450_000

interface Packed {
  size: number
  unpackedSize: number
  files: { path: string }[]
}

interface Manifest {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  exports: Record<string, string>
}

async function pack(): Promise<Packed> {
  const root = fileURLToPath(ROOT)
  await run('npm run build', root)
  const [packed] = JSON.parse(
    await run('npm pack --dry-run --ignore-scripts --json --loglevel=error', root)
  )
  return packed
}

async function filesLike(patterns: string[]) {
  const files = await Array.fromAsync(glob(patterns, { cwd: ROOT }))
  return files.map((file) => file.replaceAll('\\', '/'))
}

async function manifest(): Promise<Manifest> {
  return JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'))
}

/** The packages that a compiled file imports, in code or in types. */
function packagesIn(source: string): string[] {
  const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(source, true, true)
  return [...importedFiles, ...typeReferenceDirectives]
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
}

/** The files beside it that types lead to, in whatever way. */
function filesIn(types: string): string[] {
  const nodes = ts.createSourceFile('types.d.ts', types, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteral(node) && /^\.\.?\/.*\.js$/.test(node.text)) {
      found.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(nodes)
  return found
}

/** The files that a page links to, as paths from the root of the package. */
function linksIn(page: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)\s]*\)/g)].map(([, target]) => target)
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(page), target))
}

function typesOf(path: string): string {
  return path.replace(/\.js$/, '.d.ts')
}

test.group('The tarball', (group) => {
  let packed: Packed
  let paths: string[]

  group.setup(async () => {
    packed = await pack()
    paths = packed.files.map(({ path }) => path)
  })

  test('has the compiled plugin, its views, assets, stubs and commands, and nothing else', async ({
    assert,
  }) => {
    const sources = await filesLike(COMPILED)
    const compiled = sources.map((it) => it.replace(/\.ts$/, '.js'))
    const copied = await filesLike(COPIED)
    const expected = [...compiled, ...copied].map((path) => `build/${path}`)

    const others = paths.filter((path) => !path.endsWith('.d.ts'))
    const documentation = await filesLike(DOCUMENTATION)
    assert.sameMembers(others, [...BESIDE, ...GENERATED, ...documentation, ...expected])
  })

  test('has every file that its README and documentation link to', async ({ assert }) => {
    const pages = paths.filter((path) => path.endsWith('.md'))
    const links = await Promise.all(
      pages.map(async (page) => linksIn(page, await readFile(new URL(page, ROOT), 'utf8')))
    )

    assert.includeMembers(paths, links.flat())
  })

  test('has the types that its exports lead to, complete, and no others', async ({ assert }) => {
    const { exports } = await manifest()
    const types = paths.filter((path) => path.endsWith('.d.ts'))

    const imported = await Promise.all(
      types.map(async (path) => {
        const files = filesIn(await readFile(new URL(path, ROOT), 'utf8'))
        return files.map((file) => typesOf(posix.join(posix.dirname(path), file)))
      })
    )
    const entries = Object.values(exports).filter((path) => path.endsWith('.js'))
    const led = new Set([
      ...entries.map((path) => typesOf(posix.normalize(path))),
      ...imported.flat(),
    ])

    assert.sameMembers(types, [...led])
  })

  test('is small', ({ assert }) => {
    assert.isBelow(packed.size, PACKED_AT_MOST)
    assert.isBelow(packed.unpackedSize, UNPACKED_AT_MOST)
  })

  test('has names that Windows and macOS can store', ({ assert }) => {
    const reserved = /[<>:"|?*\\]|[. ]$|(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)/i

    assert.isEmpty(paths.filter((path) => reserved.test(path) || path.length > 150))
    assert.lengthOf(new Set(paths.map((path) => path.toLowerCase())), paths.length)
  })

  test('imports only what it depends on', async ({ assert }) => {
    const { dependencies, peerDependencies } = await manifest()
    const code = paths.filter((path) => /\.(js|d\.ts)$/.test(path))
    const sources = await Promise.all(code.map((path) => readFile(new URL(path, ROOT), 'utf8')))
    const imported = new Set(sources.flatMap(packagesIn))

    assert.deepEqual(Object.keys(dependencies), ['intl-messageformat', 'nodemailer'])
    // A part of @adonisjs/assembler, and found from there: the types of it are in no public signature.
    imported.delete('ts-morph')
    assert.includeMembers(Object.keys({ ...dependencies, ...peerDependencies }), [...imported])
  })

  test('has every file that its package.json exports, with types beside it', async ({ assert }) => {
    const { exports } = await manifest()

    for (const path of Object.values(exports)) {
      assert.includeMembers(paths, [posix.normalize(path), typesOf(posix.normalize(path))])
    }
  })
})
