import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from 'playwright'
import { packagedChromium } from './packaged_chromium.ts'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What every browser is started with here: it runs as root, and reaches nobody by itself. */
const ARGUMENTS = ['--no-sandbox', '--disable-background-networking']

/** Starts the browser of CHROMIUM_PATH, else the machine's own, else the one that npm installed. */
export async function launchBrowser(options: LaunchOptions = {}) {
  const executablePath = process.env.CHROMIUM_PATH || SYSTEM_BROWSERS.find((it) => existsSync(it))
  const browser = executablePath ? { executablePath } : await packagedChromium()
  return chromium.launch({ ...options, ...browser, args: ARGUMENTS })
}
