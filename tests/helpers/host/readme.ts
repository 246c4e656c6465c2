import { readFile } from 'node:fs/promises'

/** Code that stands in the page. */
interface Block {
  heading: string
  /** The file that its first line names, as in `// config/mail.ts`, or else an empty text. */
  file: string
  code: string
}

const HEADING = /^#+ (.*)\n/
const FENCED = /^( *)```(\w+)\n([\s\S]*?)^\1```$/gm
const SHELL = 'sh'
const INLINE_COMMAND = /`((?:npm|npx|node) [^`]+)`/g
const FILE = /^\/\/ (\S+)\n/

/**
 * A page of documentation whose code and commands the tests take from it: what it says is what is
 * run. It knows what nobody has taken.
 */
export class ExecutedPage {
  #blocks: Block[] = []
  #commands = new Set<string>()
  #taken = new Set<Block | string>()

  constructor(text: string) {
    for (const section of text.split(/^(?=#+ )/m)) {
      this.#read(section)
    }
  }

  /** A command that the page has people type, without its comment. */
  command(line: string): string {
    if (!this.#commands.has(line)) {
      throw new Error(`This is no command of the page: ${line}`)
    }
    this.#taken.add(line)
    return line
  }

  /** The code for a file, without the line that names it. */
  codeFor(file: string): string {
    return this.#take((block) => block.file === file, `code for ${file}`)
  }

  /** The code under a heading that is for no file in particular. */
  codeUnder(heading: string): string {
    return this.#take((block) => block.heading === heading && !block.file, `code under ${heading}`)
  }

  /** What stands in the page and was taken by nobody. */
  untaken(): string[] {
    const commands = [...this.#commands].filter((command) => !this.#taken.has(command))
    const blocks = this.#blocks.filter((block) => !this.#taken.has(block))
    return [...commands, ...blocks.map(({ code }) => code)]
  }

  #take(isIt: (block: Block) => boolean, what: string): string {
    const found = this.#blocks.filter(isIt)
    if (found.length !== 1) {
      throw new Error(`The page has ${found.length} pieces of ${what}, and not one`)
    }
    this.#taken.add(found[0])
    return found[0].code
  }

  #read(section: string) {
    const heading = HEADING.exec(section)?.[1] ?? ''
    for (const [, indentation, language, lines] of section.matchAll(FENCED)) {
      const text = lines.replaceAll(new RegExp(`^${indentation}`, 'gm'), '')
      if (language === SHELL) {
        commandsIn(text).forEach((command) => this.#commands.add(command))
      } else {
        this.#blocks.push({
          heading,
          file: FILE.exec(text)?.[1] ?? '',
          code: text.replace(FILE, ''),
        })
      }
    }
    for (const [, command] of section.replace(FENCED, '').matchAll(INLINE_COMMAND)) {
      this.#commands.add(command)
    }
  }
}

const ROOT = new URL('../../../', import.meta.url)

export const readme = new ExecutedPage(await readFile(new URL('README.md', ROOT), 'utf8'))
export const upgrading = new ExecutedPage(
  await readFile(new URL('docs/upgrading.md', ROOT), 'utf8')
)

/** The commands of a shell block: what comes after ` # ` is a comment, and `&&` ends a command. */
function commandsIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+# .*$/, ''))
  return lines
    .flatMap((line) => line.split('&&'))
    .map((it) => it.trim())
    .filter((it) => it !== '')
}
