import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from 'playwright'
import { packagedChromium } from './packaged_chromium.js'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What every browser of the tests is started with: it runs as root, and reaches nobody by itself. */
const ARGUMENTS = ['--no-sandbox', '--disable-background-networking']

/** The browser of CHROMIUM_PATH, else the machine's own, else the one that npm installed. */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const executablePath = process.env.CHROMIUM_PATH || SYSTEM_BROWSERS.find((it) => existsSync(it))
  const browser = executablePath ? { executablePath } : await packagedChromium()
  return { ...browser, args: ARGUMENTS }
}

/** The launcher for Japa's browser client, and for tests that start a browser of their own. */
export async function launchBrowser(options: LaunchOptions = {}) {
  return chromium.launch({ ...options, ...(await browserLaunchOptions()) })
}
