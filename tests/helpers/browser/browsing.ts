import type { Browser, BrowserContext, Page } from 'playwright'
import { ROLES, type Role } from '#models/user'
import { PASSWORD, createUser } from '../db/users.js'

/** The browser of the tests: Japa's browser client gets its launcher from here as well. */
export { launchBrowser } from '../../../scripts/lib/browser.ts'

/** Signs in through the app's own form. */
export async function signIn(page: Page, email: string) {
  await page.goto('/login')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Welcome' }).waitFor()
}

/** For every role a browser of somebody who has it, and is signed in. */
export async function signedInContexts(browser: Browser): Promise<Map<Role, BrowserContext>> {
  const contexts = new Map<Role, BrowserContext>()
  const baseURL = `http://${process.env.HOST}:${process.env.PORT}`
  for (const role of ROLES) {
    const { email } = await createUser(role)
    const context = await browser.newContext({ baseURL })
    const page = await context.newPage()
    await signIn(page, email)
    await page.close()
    contexts.set(role, context)
  }
  return contexts
}

/** As if the page had been open for so long that the tokens of its forms are not good any more. */
export async function expireForms(page: Page) {
  await page.locator('input[name=_csrf]').evaluateAll((inputs) => {
    for (const input of inputs) {
      input.setAttribute('value', 'an-old-token')
    }
  })
}

/** What the browser says about the content security policy, from now on. */
export function watchPolicy(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) {
      violations.push(message.text())
    }
  })
  return violations
}

/** The text of the banner. */
export async function bannerText(page: Page) {
  return page.getByRole('region', { name: 'Current mail server' }).innerText()
}
