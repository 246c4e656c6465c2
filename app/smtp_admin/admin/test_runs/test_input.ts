import vine from '@vinejs/vine'
import { type FieldError, emailRule, fieldError } from '../../models/config_validator.js'
import { type Input, parseText } from '../configs/form_input.js'

/** What a form says about a test besides the settings. */
export interface TestInput {
  /** Where to send a real message; null: none is sent. */
  to: string | null
  /** Names the DKIM key to look at; null: none is looked at. */
  selector: string | null
}

/** Labels of DNS, with dots between them (RFC 6376 section 3.1). */
const SELECTOR = /^[a-z\d_]([\w-]{0,61}[a-z\d])?(\.[a-z\d_]([\w-]{0,61}[a-z\d])?)*$/i

const address = vine.create(emailRule())

/** Reads it, with what is wrong with it. */
export async function testInput(
  input: Input
): Promise<{ posted: TestInput; problems: FieldError[] }> {
  const to = parseText(input.test_to).trim()
  const [refusal] = to === '' ? [null] : await address.tryValidate(to)
  const selector = parseText(input.test_selector).trim()
  const isSelector = selector === '' || (selector.length <= 200 && SELECTOR.test(selector))
  const problems = [...(refusal ? [NO_ADDRESS] : []), ...(isSelector ? [] : [NO_SELECTOR])]
  return { posted: { to: to || null, selector: selector || null }, problems }
}

const NO_ADDRESS = fieldError('test_to.email')

const NO_SELECTOR = fieldError('test_selector.selector')
