import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { getActiveTest } from '@japa/runner'
import { unpacked } from './debian_package.js'
import type { Sandbox } from './debian_package_sandbox.js'

const PATIENCE_MS = 15_000

/** A server of one of Debian's packages, in its sandbox, until the test ends. It logs into `mainlog`. */
export class DebianPackageServer {
  readonly address: { host: string; port: number }
  protected readonly sandbox: Sandbox

  protected constructor(sandbox: Sandbox, port: number) {
    this.sandbox = sandbox
    this.address = { host: '127.0.0.1', port }
  }

  /** What the server has written to its log so far. */
  log(): Promise<string> {
    return readFile(this.sandbox.path('mainlog'), 'utf8')
  }

  /** Resolves when the server listens. */
  protected async serve(program: string, args: string[]): Promise<this> {
    // In a group with its children, to end with them; and none outlives this process.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', unpacked(program), ...args], {
      ...this.sandbox.options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const printed = Promise.all([text(child.stdout!), text(child.stderr!)])
    const ended = once(child, 'close')
    getActiveTest()?.cleanup(async () => {
      endGroup(child)
      await ended
    })

    const deadline = Date.now() + PATIENCE_MS
    while (!(await listens(this.address))) {
      if (child.exitCode !== null || Date.now() > deadline) {
        endGroup(child)
        const words = [...(await printed), await this.log().catch(() => '')].join('\n').trim()
        throw new Error(`${program} does not listen on port ${this.address.port}: ${words}`)
      }
      await wait(20)
    }
    return this
  }
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess) {
  if (pid !== undefined && exitCode === null && signalCode === null) {
    process.kill(-pid, 'SIGKILL')
  }
}

async function listens(address: { host: string; port: number }) {
  const socket = connect(address)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
