import type { TestResult } from '../../models/test_report.js'
import type { Translator } from '../../i18n/types.js'
import type { UrlQuery } from '../http/urls.js'
import { type ShownAdvice, shownAdvice } from './shown_advice.js'
import { type ShownStage, type ShownVerdict, shownStage, shownVerdict } from './words.js'

/** How a test went, as its page, the form and the script show it. */
export interface TestView {
  verdict: ShownVerdict
  stages: ShownStage[]
  advice: ShownAdvice | null
}

/** @param urlOf the address of a form with these of its fields filled in */
export function testView(
  translate: Translator,
  { verdict, report: { stages, advice } }: Pick<TestResult, 'verdict' | 'report'>,
  urlOf: (values: UrlQuery) => string
): TestView {
  return {
    verdict: shownVerdict(translate, verdict, stages),
    stages: stages.map((stage) => shownStage(translate, stage)),
    advice: advice && shownAdvice(translate, advice, urlOf),
  }
}
