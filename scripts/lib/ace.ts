import { ended, startNode } from './child.ts'

/** Runs a command of the app and collects what it prints. */
export async function ace(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const chunks: Buffer[] = []
  const child = startNode(['ace.js', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))

  const { ok } = await ended(child)
  return { ok, output: Buffer.concat(chunks).toString().trim() }
}

/** Runs a command that the rest depends on. */
export async function aceOrFail(args: string[]) {
  const { ok, output } = await ace(args)
  if (!ok) {
    throw new Error(`"node ace ${args.join(' ')}" failed:\n${output}`)
  }
}
