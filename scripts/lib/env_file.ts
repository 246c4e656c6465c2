import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { ROOT } from './child.ts'

const FILE = new URL('.env', ROOT)
const EXAMPLE = new URL('.env.example', ROOT)

/** Makes .env from its example, with a key of its own; says what it did, or nothing if all was there. */
export async function ensureEnvFile() {
  const exists = existsSync(FILE)
  const content = await readFile(exists ? FILE : EXAMPLE, 'utf8')
  const keyless = /^APP_KEY=[ \t]*$/m
  if (exists && !keyless.test(content)) {
    return null
  }
  const key = randomBytes(24).toString('base64url')
  await writeFile(FILE, content.replace(keyless, `APP_KEY=${key}`), { mode: 0o600 })
  return exists
    ? 'Wrote a fresh APP_KEY into .env.'
    : 'Made .env from .env.example, with a fresh APP_KEY.'
}

/** The variables of the environment, and of .env where the environment does not set them. */
export async function readEnvironment(): Promise<NodeJS.ProcessEnv> {
  return { ...parseEnv(await readFile(FILE, 'utf8')), ...process.env }
}
