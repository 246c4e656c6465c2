import { test } from '@japa/runner'
import {
  type Prerequisites,
  requirePrerequisites,
} from '../../../app/smtp_admin/admin/http/prerequisites.js'

const ALL: Prerequisites = { views: true, session: true, shield: true, csrf: true }

const REFUSED: [what: keyof Prerequisites, sentence: RegExp][] = [
  ['views', /need Edge, which this app does not have: run "node ace add edge"\.$/],
  ['session', /need sessions, .* run "node ace add @adonisjs\/session"\.$/],
  ['shield', /need Shield, .* run "node ace add @adonisjs\/shield"\.$/],
  ['csrf', /need protection against forged requests\. Enable "csrf" in config\/shield\.ts/],
]

test.group('What the pages need of an app', () => {
  test('is no hindrance where it is all there', ({ assert }) => {
    assert.doesNotThrow(() => requirePrerequisites(ALL))
  })

  for (const [what, sentence] of REFUSED) {
    test(`without ${what} nothing is mounted, and one sentence says why`, ({ assert }) => {
      assert.throws(() => requirePrerequisites({ ...ALL, [what]: false }), sentence)
    })
  }
})
