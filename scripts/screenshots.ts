import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import type { Browser } from 'playwright'
import { aceOrFail } from './lib/ace.ts'
import { EMAIL, ensureAdministrator } from './lib/administrator.ts'
import { launchBrowser } from './lib/browser.ts'
import { ROOT, stopAll } from './lib/child.ts'
import { interruption } from './lib/interruption.ts'
import { startServer } from './lib/server.ts'

const FOLDER = fileURLToPath(new URL('docs/screenshots/', ROOT))
const VIEWPORT = { width: 1280, height: 720 }

/** The configurations on the pictures; the environment's server is not contacted. */
const SERVERS = [
  { name: 'Office relay', host: 'relay.brightwater.example', port: 25 },
  { name: 'Postmark', host: 'smtp.postmarkapp.com', port: 587, encryption: 'STARTTLS' },
  {
    name: 'Amazon SES',
    host: 'email-smtp.eu-central-1.amazonaws.com',
    port: 465,
    encryption: 'SSL/TLS',
  },
]

/** Signs in, adds the configurations on the pages, and photographs the list in both themes. */
async function photograph(browser: Browser, url: string, password: string) {
  const context = await browser.newContext({ baseURL: url, viewport: VIEWPORT })
  const page = await context.newPage()
  await page.goto('/login')
  await page.locator('input[name=email]').fill(EMAIL)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((address) => !address.pathname.endsWith('/login'))

  for (const { name, host, port, encryption = 'None' } of SERVERS) {
    await page.goto('/admin/smtp/configs/add')
    await page.locator('input[name=name]').fill(name)
    await page.locator('input[name=host]').fill(host)
    await page.getByLabel(encryption, { exact: false }).first().check()
    await page.locator('input[name=port]').fill(String(port))
    await page.locator('input[name=from_email]').fill('orders@brightwater.example')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL((address) => !address.pathname.endsWith('/add'))
  }
  await aceOrFail(['smtp:activate', 'Amazon SES'])

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto('/admin/smtp/configs')
    const path = join(FOLDER, `list-desktop-${colorScheme}.png`)
    await page.screenshot({ path, fullPage: true, animations: 'disabled' })
  }
}

/** Writes docs/screenshots/, from the demo app on a database of its own. */
async function screenshots() {
  const folder = await mkdtemp(join(tmpdir(), 'screenshots-'))
  Object.assign(process.env, parseEnv(await readFile(new URL('.env.example', ROOT), 'utf8')), {
    APP_URL: 'http://localhost:3333',
    APP_KEY: randomBytes(24).toString('base64url'),
    DB_FILE: join(folder, 'app.sqlite3'),
  })
  try {
    await aceOrFail(['migration:run', '--force'])
    const password = await ensureAdministrator()
    const { url } = await startServer(process.env, { host: 'localhost', port: 25 })
    const browser = await launchBrowser()
    await photograph(browser, url, password!)
    await browser.close()
  } finally {
    await stopAll()
    await rm(folder, { recursive: true, force: true })
  }
}

const interrupted = interruption()
interrupted.addEventListener('abort', () => stopAll())
await screenshots().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
