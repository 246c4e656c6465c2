import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launchBrowser } from '../helpers/browser/browsing.js'
import { HostServer, addActiveServer, isStyled, openPage, signIn } from '../helpers/host/server.js'
import { OWNER, shopCopy } from '../helpers/host/install.js'
import { SmtpServer } from '../helpers/smtp/smtp_server.js'
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import { LocalServer } from '../helpers/smtp/local_server.js'

/** A browser asks for this by itself. */
const FAVICON = '/favicon.ico'

/**
 * A proxy that serves an app under a path and takes that path off its requests. What is asked for
 * outside of it is somebody else's: answered with 404, and remembered.
 */
class StrippingProxy extends LocalServer {
  readonly strays: string[] = []
  #path: string
  #app: URL

  static start(path: string, app: string): Promise<StrippingProxy> {
    const server = createServer((incoming, response) => proxy.#forward(incoming, response))
    const proxy = new StrippingProxy(server, path, app)
    return proxy.listen()
  }

  private constructor(server: ReturnType<typeof createServer>, path: string, app: string) {
    super(server)
    this.#path = path
    this.#app = new URL(app)
  }

  /** By the same name as the app, so that it gets the cookies of the app. */
  get url(): string {
    return `http://${this.#app.hostname}:${this.port}`
  }

  #forward(incoming: IncomingMessage, response: ServerResponse) {
    const path = incoming.url!
    if (!path.startsWith(`${this.#path}/`)) {
      if (path !== FAVICON) {
        this.strays.push(path)
      }
      response.writeHead(404).end()
      return
    }
    const { hostname, port } = this.#app
    const outgoing = request({
      ...{ hostname, port, method: incoming.method, headers: incoming.headers },
      path: path.slice(this.#path.length),
    })
    outgoing.on('error', () => response.writeHead(502).end())
    outgoing.on('response', (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(outgoing)
  }
}

test.group('An app behind a proxy that takes a path off', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('has every page under that path, with a prefix of its own', async ({ assert }) => {
    const app = await shopCopy('sub_path')
    await app.edit(
      'config/smtp_admin.ts',
      'defineConfig({\n',
      "defineConfig({\n  prefix: 'settings/mail/',\n  basePath: '/shop',\n  links: { site: '/shop/' },\n"
    )
    const server = await HostServer.startSources(app)
    const proxy = await StrippingProxy.start('/shop', server.url)
    const page = await openPage(browser, server.url)
    await signIn(page, OWNER)

    await page.goto(`${proxy.url}/shop/settings/mail`)
    assert.equal(page.url(), `${proxy.url}/shop/settings/mail`)
    assert.isTrue(await isStyled(page))
    await addActiveServer(page, {
      name: 'Relay',
      server: await SmtpServer.start(),
      encryption: 'None',
      from: 'relay@shop.example',
    })

    await page.getByRole('link', { name: 'Relay', exact: true }).click()
    assert.match(page.url(), /\/shop\/settings\/mail\/configs\/[\w-]+\/change$/)
    await page.getByRole('link', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes, delete' }).click()
    await page.getByText('“Relay” was deleted').waitFor()
    await page.getByRole('link', { name: 'View site' }).click()
    await page.getByRole('heading', { name: 'Fresh bread' }).waitFor()
    assert.isEmpty(proxy.strays)

    const former = await page.goto(`${proxy.url}/shop/admin/smtp`)
    assert.equal(former!.status(), 404)
  })
})
