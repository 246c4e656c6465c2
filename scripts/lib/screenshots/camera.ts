import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext } from 'playwright'
import { ROOT } from '../child.ts'
import type { PageToShow } from './pages.ts'
import { withPalette } from './palette.ts'
import { EMAILS, PASSWORD, type Visitor } from './shop.ts'

const FOLDER = fileURLToPath(new URL('docs/screenshots/', ROOT))

const VIEWPORTS = {
  desktop: { width: 1280, height: 720 },
  mobile: { width: 390, height: 720 },
}
const SCHEMES = ['light', 'dark'] as const

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** Photographs pages in every size and colour scheme, in the eyes of different visitors. */
export class Camera {
  #browser: Browser
  #url: string
  #sessions = new Map<Visitor, Session>()

  constructor(browser: Browser, url: string) {
    this.#browser = browser
    this.#url = url
  }

  /** Takes every picture of a page; hands back their file names. */
  async take(page: PageToShow): Promise<string[]> {
    const files: string[] = []
    for (const [viewport, size] of Object.entries(VIEWPORTS)) {
      for (const colorScheme of SCHEMES) {
        const file = `${page.name}-${viewport}-${colorScheme}.png`
        await this.#photograph(page, file, { viewport: size, colorScheme })
        files.push(file)
      }
    }
    return files
  }

  async #photograph(
    { path, visitor, prepare }: PageToShow,
    file: string,
    options: Parameters<Browser['newContext']>[0]
  ) {
    const context = await this.#browser.newContext({
      ...options,
      baseURL: this.#url,
      storageState: await this.#session(visitor),
    })
    const page = await context.newPage()
    await page.goto(path)
    await prepare?.(page)
    const picture = await page.screenshot({ fullPage: true, animations: 'disabled' })
    await writeFile(FOLDER + file, withPalette(picture))
    await context.close()
  }

  /** Each visitor signs in once: the app refuses whoever tries too often. */
  async #session(visitor: Visitor): Promise<Session> {
    const session = this.#sessions.get(visitor) ?? (await this.#signIn(EMAILS[visitor]))
    this.#sessions.set(visitor, session)
    return session
  }

  async #signIn(email: string): Promise<Session> {
    const context = await this.#browser.newContext({ baseURL: this.#url })
    const page = await context.newPage()
    await page.goto('/login')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Welcome' }).waitFor()
    const session = await context.storageState()
    await context.close()
    return session
  }
}
