/** The browser of the tests: Japa's browser client gets its launcher from here as well. */
export { launchBrowser } from '../../../scripts/lib/browser.ts'
