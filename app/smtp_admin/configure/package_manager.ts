import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

interface Detection {
  detectPackageManager(folder: string): Promise<string | null>
}

/**
 * What takes the package out of an app's package.json, with the package manager of its lock file. It
 * is found as `node ace add` finds it: by a dependency of the assembler, which is looked for from there.
 * @throws when @adonisjs/assembler is not installed
 */
export async function uninstallCommand(appRoot: string): Promise<string> {
  const assembler = createRequire(fileURLToPath(import.meta.resolve('@adonisjs/assembler')))
  const { detectPackageManager } = assembler('@antfu/install-pkg') as Detection
  // Two of the answers are "yarn@berry" and "pnpm@6".
  const detected = (await detectPackageManager(appRoot)) ?? 'npm'
  const [manager] = detected.split('@')
  return `${manager} ${manager === 'npm' ? 'uninstall' : 'remove'} adonis-smtp-admin`
}
