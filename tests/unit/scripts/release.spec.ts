import { test } from '@japa/runner'
import { addVersion } from '../../../scripts/release.js'

const DATE = '2027-01-31'

test.group('A release', () => {
  test('replaces the note of a changelog without versions', ({ assert }) => {
    const changelog = addVersion('# Changelog\n\nNone yet.\n', '0.1.0', DATE, ['- A\n', '- B\n'])
    assert.equal(changelog, `# Changelog\n\n## 0.1.0 - ${DATE}\n\n- A\n- B\n`)
  })

  test('puts its section above the earlier versions', ({ assert }) => {
    const earlier = '## 0.1.0 - 2026-12-24\n\n- A\n'
    const changelog = addVersion(`# Changelog\n\n${earlier}`, '0.2.0', DATE, ['- B\n'])
    assert.equal(changelog, `# Changelog\n\n## 0.2.0 - ${DATE}\n\n- B\n\n${earlier}`)
  })
})
