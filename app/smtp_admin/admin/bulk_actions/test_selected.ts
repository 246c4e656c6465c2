import type { HttpContext } from '@adonisjs/core/http'
import type { SmtpConfig } from '../../models/smtp_config.js'
import type { Phrase } from '../../i18n/types.js'
import type { Author } from '../../types/main.js'
import type { Message } from '../http/messages.js'
import { refusedForNow } from '../http/retry_after.js'
import type { TestStarter } from '../test_runs/test_starter.js'

/** As many as somebody may start in a minute. */
const MOST_TESTS = 10

/**
 * Tests configurations as they are stored, one after the other, and says how many work. Where tests
 * are refused for now, it says how many were not tested, and why.
 */
export async function testSelected(
  ctx: HttpContext,
  starter: TestStarter,
  configs: SmtpConfig[],
  author: Author
): Promise<Message> {
  if (configs.length > MOST_TESTS) {
    return {
      kind: 'warning',
      phrases: [{ key: 'actions.testFewer', values: { most: MOST_TESTS } }],
    }
  }
  let tested = 0
  let passed = 0
  let refusal: Phrase | null = null
  for (const config of configs) {
    try {
      const { result } = await starter.start(ctx, { config, input: NO_MESSAGE, author })
      tested++
      passed += result.verdict === 'passed' ? 1 : 0
    } catch (error) {
      refusal = refusedForNow(error)?.message ?? null
      if (!refusal) {
        throw error
      }
      break
    }
  }
  const rest = configs.length - tested
  return {
    kind: passed === configs.length ? 'success' : 'warning',
    phrases: [
      { key: 'actions.tested', values: { count: tested, passed } },
      ...(rest > 0 && refusal
        ? [{ key: 'actions.testedNot', values: { count: rest } } as const, refusal]
        : []),
    ],
  }
}

const NO_MESSAGE = { to: null, selector: null }
