import type { AdviceRow } from './advice.js'

/** The table of advice, the most particular first: the first line that fits is taken. */
export const ADVICE_ROWS: AdviceRow[] = []
