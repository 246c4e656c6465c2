import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { getActiveTest } from '@japa/runner'

const SCRIPT = fileURLToPath(new URL('child_app.ts', import.meta.url))

/** The numbers of the messages that answer no order. */
const BOOTED = 0
const TERMINATING = -1

type Order = 'activate' | 'activateBySave' | 'changeHost' | 'createActive' | 'send' | 'sendLater'

interface Answer {
  number: number
  error: string | null
}

/** Another process of the app, on the same database. */
export class Child {
  /** Everything that it prints until it ends. */
  readonly output: Promise<string>
  #ended: Promise<number | null>
  #process: ChildProcess
  #waiting = new Map<number, { resolve(): void; reject(error: Error): void }>()
  #last = 0

  private constructor(child: ChildProcess) {
    this.#process = child
    this.output = Promise.all([text(child.stdout!), text(child.stderr!)]).then(String)
    child.on('message', ({ number, error }: Answer) => {
      const waiting = this.#waiting.get(number)
      this.#waiting.delete(number)
      if (error) {
        waiting?.reject(new Error(error))
      } else {
        waiting?.resolve()
      }
    })
    this.#ended = once(child, 'exit').then(([code]) => code)
    void this.#ended.then(async (code) => {
      const output = await this.output
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`The other process ended with exit code ${code}: ${output}`))
      }
    })
  }

  /** Resolves when the other process has booted. */
  static async start(env: Record<string, string> = {}): Promise<Child> {
    const child = new Child(
      fork(SCRIPT, {
        execArgv: ['--import=@poppinss/ts-exec'],
        silent: true,
        env: { ...process.env, LOG_LEVEL: 'error', ...env },
      })
    )
    getActiveTest()?.cleanup(() => void child.stop())
    await child.#answerTo(BOOTED)
    return child
  }

  /** Has something done; rejects with what went wrong there. */
  do(order: Order, argument: string): Promise<void> {
    this.#last++
    this.#process.send({ number: this.#last, order, argument })
    return this.#answerTo(this.#last)
  }

  /** Asks the other process to end, as a process manager does. Resolves when it has begun to. */
  terminate(): Promise<void> {
    this.#process.kill('SIGTERM')
    return this.#answerTo(TERMINATING)
  }

  /** Ends the other process, as the end of the test does. Resolves with its exit code. */
  stop(): Promise<number | null> {
    if (this.#process.connected) {
      this.#process.disconnect()
    }
    return this.#ended
  }

  #answerTo(number: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.set(number, { resolve, reject })
    return promise
  }
}
