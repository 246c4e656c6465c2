/** How long a page took, in milliseconds, with few rows in the database and with many. */
export interface Times {
  few: number[]
  many: number[]
}

/** A page that takes longer than this many times as long has lost. */
export const LIMIT = 3

/** How many times as long a page takes with many rows, by the medians. */
export function ratioOf({ few, many }: Times): number {
  return median(many) / median(few)
}

/** The table of the ratios, and whether every page stays within the limit. */
export function verdict(times: Map<string, Times>): { lines: string[]; succeeded: boolean } {
  const ratios = [...times].map(([page, measured]) => ({ page, ratio: ratioOf(measured) }))
  const width = Math.max(...ratios.map(({ page }) => page.length))
  const lines = ratios.map(({ page, ratio }) => {
    const mark = isWithin(ratio) ? '' : `   more than ${LIMIT}`
    return `${page.padEnd(width)}   × ${ratio.toFixed(2)}${mark}`
  })
  return { lines, succeeded: ratios.length > 0 && ratios.every(({ ratio }) => isWithin(ratio)) }
}

/** Not so for a page that was never measured. */
function isWithin(ratio: number) {
  return ratio <= LIMIT
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
}
