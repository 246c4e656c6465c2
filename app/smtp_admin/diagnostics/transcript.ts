import { plainLine } from '../sanitize.js'

const MOST_LINES = 200
const LONGEST_LINE = 500

const PROMPTS = { client: 'C', server: 'S' }

/** What was said on a connection: bounded, one line each, without control characters. */
export class Transcript {
  #lines: string[] = []
  #left = 0

  /** @param text one line or several, masked */
  add(by: keyof typeof PROMPTS, text: string) {
    // Cut before it is taken apart: a server may send a megabyte.
    for (const line of text.slice(0, LONGEST_LINE * MOST_LINES).split(/\r?\n/)) {
      if (this.#lines.length < MOST_LINES) {
        this.#lines.push(`${PROMPTS[by]}: ${plainLine(line, LONGEST_LINE)}`)
      } else {
        this.#left++
      }
    }
  }

  /** The lines, with a prompt before each that says whose it is. */
  get text(): string {
    const rest = this.#left > 0 ? [`(${this.#left} more lines)`] : []
    return [...this.#lines, ...rest].join('\n')
  }
}
