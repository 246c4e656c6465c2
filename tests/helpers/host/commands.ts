import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** How long a command may take: longer than any does, so that one that waits for ever is named. */
const LIMIT_MS = 120_000

/** What a command needs of the machine. Nothing else of our own environment reaches it. */
const INHERITED =
  /^(PATH|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|COMSPEC|PATHEXT|TE?MP|TMPDIR|NODE_EXTRA_CA_CERTS|\w+_PROXY|npm_config_(cache|registry|userconfig|cafile))$/i

/** What a command printed, on both channels, and how it ended. */
export interface CommandResult {
  output: string
  exitCode: number | null
}

/** Runs what somebody types in a folder, and fails with all that it printed when it fails. */
export async function run(line: string, folder: string, env: NodeJS.ProcessEnv = {}) {
  const { output, exitCode } = await tryRun(line, folder, env)
  if (exitCode !== 0) {
    throw new Error(`"${line}" failed in ${folder} with exit code ${exitCode}:\n${output}`)
  }
  return output
}

/** Runs what somebody types in a folder, whatever comes of it. */
export async function tryRun(line: string, folder: string, env: NodeJS.ProcessEnv = {}) {
  const [program, ...args] = commandFor(line)
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject).once('close', resolve)
  const exitCode = await promise
  return { exitCode, output: Buffer.concat(chunks).toString() } satisfies CommandResult
}

/** The environment of every process of the host app: the Node that runs the tests comes first. */
export function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => INHERITED.test(name))
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`
  return { ...Object.fromEntries(inherited), PATH: path, NO_COLOR: '1', FORCE_COLOR: '0' }
}

/** The program and its arguments: npm and node are the ones that run here, on every system. */
function commandFor(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain)
  const [program, ...args] = words
  if (program === 'node') {
    return [process.execPath, ...args]
  }
  if (program === 'npm') {
    return [process.execPath, npmScript(), ...args]
  }
  throw new Error(`Only node and npm can be run here, and this is another command: ${line}`)
}

/** The script that is npm, so that no shell is needed to start it. */
function npmScript(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    process.env.npm_execpath,
    ...folders.flatMap((folder) => [
      join(folder, 'npm'),
      join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ]),
  ]
  const script = candidates
    .map((path) => path && realPath(path))
    .find((it) => it?.endsWith('npm-cli.js'))
  if (!script) {
    throw new Error('npm was not found on the PATH')
  }
  return script
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
