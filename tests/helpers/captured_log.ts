import { Writable } from 'node:stream'
import { Logger } from '@adonisjs/core/logger'

interface Line {
  level: number
  msg: string
}

const LEVELS: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
}

/** A logger that writes down what it is told, whatever the level. */
export class CapturedLog {
  readonly logger: Logger
  /** Everything that was written, as it was written. */
  text = ''

  constructor() {
    const destination = new Writable({
      write: (chunk, _, done) => {
        this.text += chunk
        done()
      },
    })
    this.logger = new Logger({ enabled: true, name: 'test', level: 'trace', destination })
  }

  /** What was logged, as in `warn: The reason.` */
  get lines(): string[] {
    const lines: Line[] = this.text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    return lines.map(({ level, msg }) => `${LEVELS[level]}: ${msg}`)
  }
}
