import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ace, aceOrFail } from '../ace.ts'
import { ended, ROOT, startNode, TYPESCRIPT } from '../child.ts'

/** Who looks at a page: somebody who may do everything, or only look. */
export type Visitor = 'administrator' | 'viewer'

export const PASSWORD = 'only for the screenshots'
export const EMAILS: Record<Visitor, string> = {
  administrator: 'maya@brightwater.example',
  viewer: 'luis@brightwater.example',
}

const KEY = 'a-key-for-screenshots-only-0123456789'
const OLD_KEY = 'a-key-that-the-shop-has-lost-0123456789'
const SEED = fileURLToPath(new URL('seed.ts', import.meta.url))

/**
 * Gives everything that this process starts a database and settings of its own: the .env and the
 * database of whoever runs it have no part in the pictures. Hands back what removes them.
 */
export async function setShopUp() {
  const folder = await mkdtemp(fileURLToPath(new URL('tmp/screenshots-', ROOT)))
  await writeFile(join(folder, '.env'), '')
  Object.assign(process.env, {
    ...{ ENV_PATH: folder, NODE_ENV: 'development', TZ: 'UTC', LOG_LEVEL: 'warn' },
    ...{ HOST: 'localhost', PORT: '3390', APP_URL: 'http://localhost:3390', APP_KEY: KEY },
    ...{ DB_CONNECTION: 'sqlite', DB_FILE: join(folder, 'shop.sqlite3') },
    ...{ SESSION_DRIVER: 'cookie', SMTP_HOST: '', SMTP_PORT: '' },
    ...{ MAIL_FROM_ADDRESS: 'shop@brightwater.example', MAIL_FROM_NAME: 'Brightwater Books' },
  })
  await aceOrFail(['migration:run', '--force'])
  await addVisitor('administrator', 'Maya Lind')
  await addVisitor('viewer', 'Luis Ortega')
  return () => rm(folder, { recursive: true, force: true })
}

/** Stores the configurations, one of them with a password that the app cannot open. */
export async function addConfigs() {
  await seed(['old-key'], OLD_KEY)
  await seed([], KEY)
}

async function addVisitor(visitor: Visitor, name: string) {
  const { ok, output } = await ace(
    ['user:create', `--name=${name}`, `--email=${EMAILS[visitor]}`, `--role=${visitor}`],
    { USER_PASSWORD: PASSWORD }
  )
  if (!ok) {
    throw new Error(`The ${visitor} could not be created:\n${output}`)
  }
}

async function seed(args: string[], key: string) {
  const { ok, reason } = await ended(
    startNode([...TYPESCRIPT, SEED, ...args], {
      env: { ...process.env, APP_KEY: key },
      stdio: 'inherit',
    })
  )
  if (!ok) {
    throw new Error(`Storing the configurations ${reason}; what was printed is above.`)
  }
}
