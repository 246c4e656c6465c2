import { type ChildProcess, spawn } from 'node:child_process'
import { getActiveTest } from '@japa/runner'
import { freePort } from '../../../scripts/lib/ports.ts'
import { type HostApp, environment } from './host_app.js'
import type { Browser, Page } from 'playwright'
import type { SmtpServer } from '../smtp/smtp_server.js'

const HOST = 'localhost'

/** A host app that serves requests, in production, until the test is over. */
export class HostServer {
  readonly url: string
  /** What it printed so far, on both channels. */
  output = ''
  #process: ChildProcess
  #ended: Promise<number | null>

  private constructor(child: ChildProcess, url: string) {
    this.#process = child
    this.url = url
    this.#ended = new Promise((resolve) => child.once('close', resolve))
  }

  /** Starts what was built; fails with what it printed when it does not come up. */
  static startBuilt(app: HostApp): Promise<HostServer> {
    return HostServer.#start(app, ['bin/server.js'])
  }

  /** Starts an app from its sources. */
  static startSources(app: HostApp): Promise<HostServer> {
    return HostServer.#start(app, ['--import=@poppinss/ts-exec', 'bin/server.ts'])
  }

  static async #start(app: HostApp, args: string[]) {
    const port = await freePort(40_000 + (process.pid % 20_000), HOST)
    const url = `http://${HOST}:${port}`
    const child = spawn(process.execPath, args, {
      cwd: app.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...environment(),
        ...app.env,
        ...{ NODE_ENV: 'production', HOST, PORT: String(port), APP_URL: url },
      },
    })
    const server = new HostServer(child, url)
    getActiveTest()?.cleanup(async () => void (await server.stop()))
    await server.#started()
    return server
  }

  /** Ends it as a process manager does; resolves with its exit code. */
  stop(): Promise<number | null> {
    this.#process.kill('SIGTERM')
    return this.#ended
  }

  async #started() {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const collect = (chunk: Buffer) => {
      this.output += chunk
      if (this.output.includes('started HTTP server')) {
        resolve()
      }
    }
    this.#process.stdout?.on('data', collect)
    this.#process.stderr?.on('data', collect)
    void this.#ended.then((code) => {
      reject(new Error(`The app ended with exit code ${code}:\n${this.output}`))
    })
    await promise
  }
}

/** A page of a browser that knows nothing yet, until the test is over. */
export async function openPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  getActiveTest()?.cleanup(() => context.close())
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** Somebody who signs in to the app, with its own form. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/login')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByRole('heading', { name: 'Fresh bread' }).waitFor()
}

/** What somebody has in hand who adds a server. */
export interface ServerToAdd {
  name: string
  server: SmtpServer
  encryption: 'STARTTLS' | 'None'
  login?: { username: string; password: string }
  from: string
}

/** Adds a server, from any of the pages, and makes it active. */
export async function addActiveServer(page: Page, toAdd: ServerToAdd) {
  const { name, server, encryption, login, from } = toAdd
  await page.getByRole('link', { name: 'Add' }).first().click()
  await page.getByRole('textbox', { name: /^Name/ }).fill(name)
  await page.getByRole('textbox', { name: /^Host/ }).fill(server.host)
  await page.getByRole('textbox', { name: /^Port/ }).fill(String(server.port))
  await page.getByRole('radio', { name: encryption, exact: true }).check()
  if (login) {
    await page.getByRole('textbox', { name: /^Username/ }).fill(login.username)
    await page.getByLabel('Password', { exact: true }).fill(login.password)
  }
  await page.getByLabel('From email').fill(from)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: `Activate ${name}` }).click()
  await page.getByText(`(${server.host}:${server.port}, `).first().waitFor()
}

/**
 * What the pages are there for, in an app that is one way or another: whoever is signed in adds a
 * server on them, and the mail of the next order goes through it.
 */
export async function addServerAndOrder(page: Page, pages: string, server: SmtpServer) {
  await page.goto(pages)
  await addActiveServer(page, {
    name: 'Relay',
    server,
    encryption: 'None',
    from: 'relay@shop.example',
  })
  await page.goto('/')
  await page.getByRole('button', { name: 'Order' }).click()
  const [mail] = await server.received(1)
  return mail
}

/** Whether the browser has taken the stylesheet of the pages. */
export function isStyled(page: Page): Promise<boolean> {
  return page.evaluate(`[...document.styleSheets].some(({ href, cssRules }) => {
    return href?.endsWith('/smtp_admin.css') && cssRules.length > 0
  })`)
}

const WHO_CHANGED = `
import { SmtpHistory } from 'adonis-smtp-admin'

const changes = await SmtpHistory.query().orderBy('createdAt')
export default changes.map(({ actorId, actorLabel }) => ({ actorId, actorLabel }))
`

/** Whom the history names, for each change in its order. */
export function whoChanged(app: HostApp) {
  return app.ask<{ actorId: string; actorLabel: string }[]>(WHO_CHANGED)
}
