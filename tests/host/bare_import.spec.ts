import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { configuredShop } from '../helpers/host/install.js'

/** Imports the package and says which modules came with it, in a process that nothing else is in. */
const RECORDED = `
import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const loaded = []
registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url)
    return nextLoad(url, context)
  },
})
await import('adonis-smtp-admin')
process.once('exit', () => writeFileSync('loaded.json', JSON.stringify(loaded)))
`

const manifest: { peerDependencies: Record<string, string> } = JSON.parse(
  await readFile(new URL('../../package.json', import.meta.url), 'utf8')
)

/** The package that a module is in. */
function packageOf(url: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
}

test.group('The package in a process without an app', () => {
  test('loads what it is made of and no more, prints nothing, and ends', async ({ assert }) => {
    const { app } = await configuredShop()
    await app.write('recorded.mjs', RECORDED)
    const { output, exitCode } = await app.tryRun('node recorded.mjs')
    const loaded: string[] = JSON.parse(await app.read('loaded.json'))
    await app.remove('recorded.mjs', 'loaded.json')
    assert.equal(output, '')
    assert.equal(exitCode, 0)
    assert.isEmpty(loaded.filter((url) => /\/services\/\w+\.js$/.test(url)))

    const names = new Set(loaded.map(packageOf))
    const peers = Object.keys(manifest.peerDependencies)
    assert.deepEqual(
      peers.filter((name) => names.has(name)),
      ['@adonisjs/core', '@adonisjs/lucid', 'luxon']
    )
    assert.notInclude([...names], 'ts-morph')
    assert.notInclude([...names], '@adonisjs/i18n')
  })
})
