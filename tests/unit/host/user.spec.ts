import { test } from '@japa/runner'
import User, { type Role } from '#models/user'

const ABILITIES = ['view', 'add', 'change', 'delete', 'activate', 'test'] as const

test.group('What a user may do', () => {
  test('a {role} may {may}')
    .with([
      { role: 'administrator', may: [...ABILITIES] },
      { role: 'operator', may: ['view', 'activate', 'test'] },
      { role: 'viewer', may: ['view'] },
    ])
    .run(({ assert }, { role, may }) => {
      const user = new User().merge({ role: role as Role })
      assert.deepEqual(
        ABILITIES.filter((ability) => user.may(ability)),
        may as typeof ABILITIES extends readonly (infer Ability)[] ? Ability[] : never
      )
    })

  test('the password is not part of a user that is written as JSON', ({ assert }) => {
    const user = new User().merge({ name: 'Ada', password: 'the hash' })
    assert.notInclude(JSON.stringify(user), 'the hash')
  })
})
