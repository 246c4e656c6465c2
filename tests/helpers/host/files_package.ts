import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../../', import.meta.url)
const href = (path: string) => JSON.stringify(new URL(path, ROOT).href)
const path = (name: string) => JSON.stringify(fileURLToPath(new URL(name, ROOT)))

/**
 * What stands in the host's node_modules as adonis-smtp-admin: the source of this project, which has
 * not to be built first.
 */
export const PACKAGE_FILES = {
  'package.json': JSON.stringify({
    name: 'adonis-smtp-admin',
    type: 'module',
    exports: { '.': './index.js', './commands': './commands.js' },
  }),
  'index.js': `export * from ${href('index.ts')}\n`,
  'commands.js': `import { FsLoader } from '@adonisjs/core/ace'

const loader = new FsLoader(${path('commands')})
export const getMetaData = () => loader.getMetaData()
export const getCommand = (metaData) => loader.getCommand(metaData)
`,
}

/** The same package with a later version of the tables, as `index.js`. */
export function packageWithTables(version: number) {
  return `import { runSteps } from ${href('app/smtp_admin/configure/steps.ts')}
import { stubsRoot } from ${href('stubs/main.ts')}

export * from ${href('index.ts')}
export async function configure(command) {
  await runSteps(command, { stubsRoot, schemaVersion: ${version} })
}
`
}
