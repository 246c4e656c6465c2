import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Fonts of the package itself, beside the machine's if it has any: without one, Chromium crashes. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
</fontconfig>
`

/**
 * Unpacks the package in a process of its own, because it does so into the temporary folder of its
 * process, and its libraries only when that looks like the cloud it was made for. The finished folder
 * is renamed, so that nobody starts a browser that is still being written.
 */
async function unpack(directory: string) {
  const unfinished = `${directory}-${process.pid}`
  await mkdir(unfinished, { recursive: true })
  try {
    const script = `const { default: chromium } = await import('@sparticuz/chromium')
      await chromium.executablePath()`
    await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    })
    await writeFile(join(unfinished, 'fonts.conf'), FONTS)
    await rename(unfinished, directory)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(directory)) {
      throw error
    }
  }
}

/** True where the machine lacks a library that the browser needs, such as libnss3. */
async function lacksLibraries(executablePath: string) {
  try {
    const { stdout } = await run('ldd', [executablePath])
    return stdout.includes('not found')
  } catch {
    return true
  }
}

/** The Chromium that is inside an npm package, with the libraries and fonts that a bare machine lacks. */
export async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no browser here: install Chromium, or name one in CHROMIUM_PATH.')
  }

  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const directory = join(dirname(entry), '..', '..', 'unpacked')
  if (!existsSync(directory)) {
    await unpack(directory)
  }

  const executablePath = join(directory, 'chromium')
  const libraries = (await lacksLibraries(executablePath))
    ? { LD_LIBRARY_PATH: join(directory, 'al2023', 'lib') }
    : {}
  const fonts = { FONTCONFIG_FILE: join(directory, 'fonts.conf') }
  return { executablePath, env: { ...process.env, ...libraries, ...fonts } }
}
