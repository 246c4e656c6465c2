import { getActiveTest } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import type { SmtpServer } from '../smtp/smtp_server.js'

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
  await page.getByLabel('From address').fill(from)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: `Make active ${name}` }).click()
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
