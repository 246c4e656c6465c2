import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { getActiveTest } from '@japa/runner'

/** Listens, and then never accepts a connection: the system keeps two waiting, and drops the rest. */
const SCRIPT = `
  const { createServer } = require('node:net')
  const { parentPort } = require('node:worker_threads')
  const server = createServer().listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })`

const MOST_WAITING = 10

/** An address of this machine where connections go nowhere, until the running test is over. */
export async function blackHole(): Promise<{ host: string; port: number }> {
  const worker = new Worker(SCRIPT, { eval: true })
  const waiting: Socket[] = []
  getActiveTest()?.cleanup(async () => {
    waiting.forEach((socket) => socket.destroy())
    await worker.terminate()
  })
  const [port] = await once(worker, 'message')
  const address = { host: '127.0.0.1', port }
  for (let dropped = 0; dropped < 2; dropped += (await isAccepted(address, waiting)) ? 0 : 1) {
    if (waiting.length > MOST_WAITING) {
      throw new Error('This system does not drop connections')
    }
  }
  return address
}

async function isAccepted(address: { host: string; port: number }, waiting: Socket[]) {
  const socket = connect(address).on('error', () => {})
  waiting.push(socket)
  return Promise.race([once(socket, 'connect').then(() => true), setTimeout(200, false)])
}
