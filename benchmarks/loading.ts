import { registerHooks } from 'node:module'
import { parseArgs } from 'node:util'

/**
 * Counts the modules that the package loads, and the CPU time that it takes:
 * `node --import=@poppinss/ts-exec benchmarks/loading.ts [--json]`. Modules of Node, and those that every
 * app with @adonisjs/lucid and @adonisjs/mail has loaded before, do not count.
 */
interface Loaded {
  /** Paths in this package. */
  own: string[]
  /** Names of packages, one for each module. */
  packages: string[]
  cpuMs: number
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const root = new URL('../', import.meta.url).href
const urls: string[] = []

for (const name of ['@adonisjs/core', '@adonisjs/core/exceptions', '@adonisjs/mail']) {
  await import(name)
}
for (const name of ['reflect-metadata', '@adonisjs/lucid/orm', '@adonisjs/lucid/database']) {
  await import(name)
}
registerHooks({
  load(url, context, next) {
    urls.push(url)
    return next(url, context)
  },
})

async function measure(load: () => Promise<unknown>): Promise<Loaded> {
  urls.length = 0
  const before = process.cpuUsage()
  await load()
  const { user, system } = process.cpuUsage(before)
  const names = urls.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [])
  const own = urls.filter((url) => url.startsWith(root) && !url.includes('/node_modules/'))
  return {
    own: own.map((url) => url.slice(root.length)),
    packages: names,
    cpuMs: Math.round((user + system) / 1000),
  }
}

const steps = {
  'the provider': await measure(() => import('../providers/smtp_admin_provider.ts')),
  'the first send': await measure(() => import('../app/smtp_admin/services.ts')),
}
if (values.json) {
  console.log(JSON.stringify(steps))
} else {
  for (const [step, { own, packages, cpuMs }] of Object.entries(steps)) {
    console.log(`${step}: ${own.length} + ${packages.length} modules, ${cpuMs} ms of CPU time`)
    for (const [name, { length }] of Map.groupBy(packages, (it) => it)) {
      console.log(`  ${length} ${name}`)
    }
  }
}
