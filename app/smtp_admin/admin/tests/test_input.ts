import vine from '@vinejs/vine'
import type { Problem } from '../../models/check_values.js'
import { type Input, textOf } from '../form_input.js'

/** What a form says about a test besides the settings. */
export interface TestInput {
  /** Where to send a real message; null: none is sent. */
  to: string | null
}

const address = vine.create(vine.string().email().maxLength(254))

/** Reads it, with what is wrong with it. */
export async function testInput(input: Input): Promise<{ posted: TestInput; problems: Problem[] }> {
  const to = textOf(input.test_to).trim()
  const [refusal] = to === '' ? [null] : await address.tryValidate(to)
  const message = 'Enter an address to send the message to, such as you@example.com, or none.'
  const problems = refusal ? [{ field: 'test_to', rule: 'email', message }] : []
  return { posted: { to: to || null }, problems }
}
