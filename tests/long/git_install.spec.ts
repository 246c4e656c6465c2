import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { run } from '../helpers/host/host_app.js'

const ROOT = new URL('../../', import.meta.url)

const git = promisify(execFile)

test.group('Installed from git', () => {
  test('the package is compiled on the way, and has all that it exports', async ({
    assert,
    cleanup,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'git-install-'))
    cleanup(() => rm(folder, { recursive: true, force: true }))
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
    const { stdout: head } = await git('git', ['rev-parse', 'HEAD'], { cwd: fileURLToPath(ROOT) })

    // Without its peers: they are those of the registry, whichever way the package itself comes.
    const options = '--legacy-peer-deps --prefer-offline --no-audit --no-fund'
    await run(`npm install ${options} "git+${ROOT}#${head.trim()}"`, folder)

    const manifest = join(folder, 'node_modules/adonis-smtp-admin/package.json')
    const { exports } = JSON.parse(await readFile(manifest, 'utf8'))
    for (const path of Object.values<string>(exports)) {
      assert.isNotEmpty(await readFile(new URL(path, pathToFileURL(manifest)), 'utf8'))
    }
  }).timeout(300_000)
})
