import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { PAGES, codeBlocks, readPage } from './documentation.js'

/** As TypeScript writes paths. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replaceAll('\\', '/')

/** What an app has that the snippets are written for, as far as they use it. */
const HOST_TYPES = `
declare module '#start/env' {
  const env: { get(name: string): any }
  export default env
}
declare module '#start/kernel' {
  export const middleware: { auth(options?: { guards: string[] }): any }
}
declare module '#models/user' {
  export default class User { id: number; email: string; isAdmin: boolean }
}
declare module '@adonisjs/bouncer' {
  export const Bouncer: { ability<A extends unknown[]>(check: (...args: A) => boolean): object }
}
declare const InvoiceMail: new (invoice: object) => import('@adonisjs/mail').BaseMail
declare const OrderNotification: typeof InvoiceMail
declare const invoice: object
declare const createOrder: (trx: object) => Promise<object>
declare const user: import('#models/user').default
declare const env: typeof import('#start/env').default
declare const middleware: typeof import('#start/kernel').middleware
declare const mail: typeof import('@adonisjs/mail/services/main').default
declare const logger: typeof import('@adonisjs/core/services/logger').default
declare const db: typeof import('@adonisjs/lucid/services/db').default
declare const drivers: typeof import('@adonisjs/core/encryption').drivers
declare const smtpAdmin: typeof import('adonis-smtp-admin/services/main').default
`

/** The same, for the types of packages that an app adds to. */
const HOST_AUGMENTATIONS = `
import type { GuardContract } from '@adonisjs/auth/types'
import type User from '#models/user'
type Guards = { web: (ctx: unknown) => GuardContract<User> }
declare module '@adonisjs/core/http' {
  interface HttpContext {
    bouncer: { allows(ability: string, ...args: unknown[]): Promise<boolean> }
  }
}
declare module '@adonisjs/auth/types' {
  interface Authenticators extends Guards {}
}
`

/** What this app has as any other: its mailers, and what packages add to AdonisJS. */
const TYPES_OF_THE_APP = ['config/mail.ts', 'app/smtp_admin/types/extended.ts'].map(
  (it) => ROOT + it
)

/** What stands around the fragments of a file, so that they make a whole. */
const AROUND: Record<string, [before: string, after: string]> = {
  'config/smtp_admin.ts': [
    "import { defineConfig } from 'adonis-smtp-admin'\ndefineConfig({",
    '})',
  ],
  'config/shield.ts': ["import { defineConfig } from '@adonisjs/shield'\ndefineConfig({", '})'],
  'config/app.ts': ["import { defineConfig } from '@adonisjs/core/http'\ndefineConfig({", '})'],
  'config/database.ts': [
    "import { defineConfig } from '@adonisjs/lucid'\ndefineConfig({ connection: 'operations',",
    '})',
  ],
  'config/encryption.ts': [
    "import { defineConfig } from '@adonisjs/core/encryption'\ndefineConfig({ default: 'gcm', list: {",
    '} })',
  ],
}

interface Snippet {
  /** The page and the line that it begins at. */
  place: string
  fileName: string
  text: string
  /** How many lines were put before it. */
  added: number
}

/** The TypeScript in the pages, each piece as a module of its own. */
async function snippets(): Promise<Snippet[]> {
  const found: Snippet[] = []
  for (const page of PAGES) {
    for (const { language, code, line } of codeBlocks(await readPage(page))) {
      if (language === 'ts') {
        found.push({
          ...completed(code),
          place: `${page}:${line}`,
          fileName: `${ROOT}snippets/${found.length}.ts`,
        })
      }
    }
  }
  return found
}

/** A snippet that names its file and is not a whole gets what stands around it there. */
function completed(code: string): Pick<Snippet, 'text' | 'added'> {
  const [, file] = /^\/\/ (\S+\.ts)$/m.exec(code.split('\n', 1)[0]) ?? []
  const isFragment = /^\s*\w+:/.test(code.slice(code.indexOf('\n') + 1))
  const [before, after] = (isFragment && AROUND[file]) || ['export {}', '']
  return { text: `${before}\n${code}\n${after}`, added: before.split('\n').length }
}

/** What TypeScript has to say about the snippets, with the place that it is about. */
export async function problemsInSnippets(): Promise<string[]> {
  const all = await snippets()
  const files = new Map(all.map(({ fileName, text }) => [fileName, text]))
  files.set(`${ROOT}snippets/host.d.ts`, HOST_TYPES)
  files.set(`${ROOT}snippets/augmentations.d.ts`, HOST_AUGMENTATIONS)

  const options = compilerOptions()
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.readFile = (name) => files.get(name) ?? readFile(name)
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name)
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
  }
  const program = ts.createProgram([...files.keys(), ...TYPES_OF_THE_APP], options, host)
  return all.flatMap((snippet) => problemsIn(snippet, program))
}

function problemsIn({ fileName, place, added }: Snippet, program: ts.Program): string[] {
  const file = program.getSourceFile(fileName)!
  const problems = [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]
  return problems.map(({ start, messageText }) => {
    const line = file.getLineAndCharacterOfPosition(start!).line + 1 - added
    return `${place}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, ROOT)
  return {
    ...options,
    noEmit: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
    types: ['node'],
    paths: {
      'adonis-smtp-admin': [`${ROOT}index.ts`],
      'adonis-smtp-admin/types': [`${ROOT}app/smtp_admin/types/main.ts`],
      'adonis-smtp-admin/services/main': [`${ROOT}services/main.ts`],
    },
  }
}
