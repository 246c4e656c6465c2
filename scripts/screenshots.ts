import { launchBrowser } from './lib/browser.ts'
import { stopAll } from './lib/child.ts'
import { interruption } from './lib/interruption.ts'
import { Camera } from './lib/screenshots/camera.ts'
import { PAGES, PAGES_WITHOUT_CONFIGS, type PageToShow } from './lib/screenshots/pages.ts'
import { addConfigs, setShopUp } from './lib/screenshots/shop.ts'
import { startServer } from './lib/server.ts'

/** What the environment's server is on the pictures. Nothing is sent, so nothing has to listen. */
const ENVIRONMENT_SERVER = { host: 'localhost', port: 25 }

/** Without arguments every page is photographed; else those that they name, such as "list". */
const wanted = process.argv.slice(2)
const isWanted = ({ name }: PageToShow) => wanted.length === 0 || wanted.includes(name)

async function takePictures(camera: Camera, pages: PageToShow[]) {
  for (const page of pages.filter(isWanted)) {
    const files = await camera.take(page)
    files.forEach((file) => console.log(`docs/screenshots/${file}`))
  }
}

/** Writes the pictures of docs/screenshots/, of the app as it runs, on a database of its own. */
async function screenshots() {
  const cleanUp = await setShopUp()
  const browser = await launchBrowser()
  try {
    const { url } = await startServer(process.env, ENVIRONMENT_SERVER)
    const camera = new Camera(browser, url)
    await takePictures(camera, PAGES_WITHOUT_CONFIGS)
    await addConfigs()
    await takePictures(camera, PAGES)
  } finally {
    await browser.close()
    await stopAll()
    await cleanUp()
  }
}

const interrupted = interruption()
interrupted.addEventListener('abort', () => stopAll())
await screenshots().catch((error: Error) => {
  console.error(interrupted.aborted ? 'Interrupted: not every picture was taken.' : error.message)
  process.exitCode = 1
})
