import { registerHooks } from 'node:module'
import { parseArgs } from 'node:util'

/**
 * Counts the modules that importing the provider loads beyond those of the app's own framework, and the
 * CPU time that it takes: `node --import=@poppinss/ts-exec benchmarks/loading.ts [--list]`.
 */
const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } })

/** What every app with @adonisjs/lucid and @adonisjs/mail has loaded before. */
await import('reflect-metadata')
await import('@adonisjs/core')
await import('@adonisjs/core/exceptions')
await import('@adonisjs/lucid/orm')
await import('@adonisjs/lucid/database')
await import('@adonisjs/mail')

const urls = new Set<string>()
registerHooks({
  load(url, context, next) {
    urls.add(url)
    return next(url, context)
  },
})

const before = process.cpuUsage()
await import('../providers/smtp_admin_provider.ts')
const { user, system } = process.cpuUsage(before)

const groups = Map.groupBy(urls, toGroup)
for (const [group, members] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${String(members.length).padStart(4)}  ${group}`)
}
if (values.list) {
  console.log([...urls].filter((url) => !url.includes('/node_modules/')).join('\n'))
}
console.log(`${urls.size} modules, ${((user + system) / 1000).toFixed(0)} ms of CPU time`)

function toGroup(url: string): string {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (name) {
    return name
  }
  return url.startsWith('node:') ? 'node' : (/smtp_admin\/(\w+)\//.exec(url)?.[1] ?? 'root files')
}
