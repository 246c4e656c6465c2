import { test } from '@japa/runner'
import { sortByField } from '../../../app/smtp_admin/admin/configs/form_page.js'

test.group('The problems of a form', () => {
  test('come in the order of the fields, and last those of no field', ({ assert }) => {
    const fields = ['somewhere', 'notes', 'password', 'port', 'name', 'encryption', 'elsewhere']
    const problems = fields.map((field) => ({ field, rule: 'required', message: field }))

    const sorted = sortByField(problems).map(({ field }) => field)

    const inOrder = ['name', 'encryption', 'port', 'password', 'notes', 'somewhere', 'elsewhere']
    assert.deepEqual(sorted, inOrder)
  })
})
