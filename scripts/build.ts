import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { IndexGenerator } from '@adonisjs/core/ace'
import { ended, ROOT, startNode } from './lib/child.ts'
import { keepPublicTypes } from './lib/public_types.ts'

const BUILD = new URL('build/', ROOT)

/** What the compiled code looks for beside itself, at the same place as in the source tree. */
const COPIED = ['resources/views/smtp_admin', 'resources/assets/smtp_admin', 'resources/lang']

async function compile() {
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))
  const ending = await ended(startNode([tsc, '-p', 'tsconfig.package.json'], { stdio: 'inherit' }))
  if (!ending.ok) {
    throw new Error(`The package does not compile: tsc ${ending.reason}`)
  }
}

async function copyAsIs() {
  const stubs = await Array.fromAsync(glob('stubs/**/*.stub', { cwd: ROOT }))
  for (const path of [...COPIED, ...stubs.map((stub) => stub.replaceAll('\\', '/'))]) {
    await cp(new URL(path, ROOT), new URL(path, BUILD), { recursive: true })
  }
}

/**
 * Ace's index of the commands. Its types come from a package that hosts do not name as their own, so
 * they are taken from the one that passes them on; and a type that is not there is put right, because
 * hosts may check the types of what they install.
 */
async function indexCommands() {
  await new IndexGenerator(fileURLToPath(new URL('commands', BUILD))).generate()
  const types = new URL('commands/main.d.ts', BUILD)
  const text = await readFile(types, 'utf8')
  await writeFile(
    types,
    text
      .replace('@adonisjs/ace/types', '@adonisjs/core/types/ace')
      .replace('CommandMetaData, Command }', 'AbstractBaseCommand as Command, CommandMetaData }')
  )
}

/** Makes build/, which is what `npm pack` puts into the package. */
await rm(BUILD, { recursive: true, force: true })
await compile()
await copyAsIs()
await indexCommands()
await keepPublicTypes(ROOT)
