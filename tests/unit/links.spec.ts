import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'

const PAGES = [...globSync('*.md'), ...globSync('docs/**/*.md')]

/** The places within this project that a page leads to: a path from its root, and an anchor. */
function linksOf(page: string) {
  const text = readFileSync(page, 'utf8')
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target)
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path, anchor] = target.split('#')
      return { target, path: path === '' ? page : join(dirname(page), path), anchor }
    })
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsIn(path: string): string[] {
  if (statSync(path).isDirectory()) {
    return []
  }
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)
  return Array.from(headings, ([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
  )
}

test.group('The documentation', () => {
  for (const page of PAGES) {
    test(`${page} leads to what is there`, ({ assert }) => {
      const broken = linksOf(page).filter(({ path, anchor }) => {
        return !existsSync(path) || (anchor !== undefined && !anchorsIn(path).includes(anchor))
      })
      assert.deepEqual(
        broken.map(({ target }) => target),
        []
      )
    })
  }
})
