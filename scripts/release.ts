/**
 * Releases the package: `npm run release -- <version, or major, minor or patch>` moves the fragments of
 * changelog/ into CHANGELOG.md, sets the version, commits and tags. Pushing and publishing are separate steps.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../', import.meta.url)
const FRAGMENTS = new URL('changelog/', ROOT)
const CHANGELOG = new URL('CHANGELOG.md', ROOT)
const TITLE = '# Changelog\n'

/** The changelog with a section for the version above the earlier ones. */
export function addVersion(changelog: string, version: string, date: string, fragments: string[]) {
  const start = changelog.search(/^## /m)
  const earlier = start === -1 ? '' : `\n${changelog.slice(start)}`
  const entries = fragments.map((fragment) => fragment.trim()).join('\n')
  return `${TITLE}\n## ${version} - ${date}\n\n${entries}\n${earlier}`
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: fileURLToPath(ROOT), encoding: 'utf8' }).trim()
}

function release(version: string) {
  const files = readdirSync(FRAGMENTS).filter((file) => file.endsWith('.md'))
  if (files.length === 0) {
    throw new Error('There is nothing to release: changelog/ has no fragments.')
  }
  if (run('git', 'status', '--porcelain') !== '') {
    throw new Error('Commit or discard your changes first.')
  }

  run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version')
  const { version: released } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'))
  const fragments = files.sort().map((file) => readFileSync(new URL(file, FRAGMENTS), 'utf8'))
  const date = new Date().toISOString().slice(0, 10)
  const changelog = readFileSync(CHANGELOG, 'utf8')
  writeFileSync(CHANGELOG, addVersion(changelog, released, date, fragments))
  files.forEach((file) => rmSync(new URL(file, FRAGMENTS)))

  run('git', 'add', '--all')
  run('git', 'commit', '--message', `chore: release ${released}`)
  run('git', 'tag', '--annotate', `v${released}`, '--message', `Version ${released}`)
  console.log(`Tagged v${released}. Next: git push --follow-tags, then npm publish.`)
}

if (import.meta.main) {
  const [version] = process.argv.slice(2)
  if (!version) {
    throw new Error('Usage: npm run release -- <version, or major, minor or patch>')
  }
  release(version)
}
