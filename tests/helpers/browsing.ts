import type { Page } from 'playwright'
import { PASSWORD } from './users.js'

/** Signs in through the app's own form. */
export async function signIn(page: Page, email: string) {
  await page.goto('/login')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Welcome' }).waitFor()
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
  return page.getByRole('region', { name: 'In effect now' }).innerText()
}
