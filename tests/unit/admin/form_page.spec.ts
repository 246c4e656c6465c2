import { test } from '@japa/runner'
import { sortByField } from '../../../app/smtp_admin/admin/configs/form_page.js'

test.group('The problems of a form', () => {
  test('are in the order of the fields; those of no field come last', ({ assert }) => {
    const fields = ['somewhere', 'notes', 'password', 'port', 'name', 'encryption', 'elsewhere']
    const problems = fields.map((field) => ({ field, rule: 'required', message: field }))

    const sorted = sortByField(problems).map(({ field }) => field)

    const inOrder = ['name', 'encryption', 'port', 'password', 'notes', 'somewhere', 'elsewhere']
    assert.deepEqual(sorted, inOrder)
  })
})
