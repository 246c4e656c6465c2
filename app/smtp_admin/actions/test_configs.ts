import type { TestOutcome } from '../diagnostics/test_runner.js'
import { E_SMTP_TESTS_BUSY, E_TOO_MANY_SMTP_TESTS } from '../errors.js'
import type { SmtpConfig } from '../models/smtp_config.js'

export interface TestSummary {
  tested: number
  passed: number
  /** Why the remaining configurations were not tested; null: all were. */
  refusal: Error | null
}

/** Tests configurations one after the other, until a limit refuses the next test. */
export async function testConfigs(
  configs: SmtpConfig[],
  test: (config: SmtpConfig) => Promise<TestOutcome>
): Promise<TestSummary> {
  const summary: TestSummary = { tested: 0, passed: 0, refusal: null }
  for (const config of configs) {
    try {
      const { result } = await test(config)
      summary.tested++
      summary.passed += result.verdict === 'passed' ? 1 : 0
    } catch (error) {
      if (error instanceof E_SMTP_TESTS_BUSY || error instanceof E_TOO_MANY_SMTP_TESTS) {
        return { ...summary, refusal: error }
      }
      throw error
    }
  }
  return summary
}
