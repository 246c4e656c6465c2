/** The first and last pages, the current page and its neighbours; null is a gap of two or more. */
export function pageNumbers(page: number, lastPage: number): (number | null)[] {
  const wanted = [1, 2, page - 1, page, page + 1, lastPage - 1, lastPage]
  const numbers = [...new Set(wanted)].filter((number) => number >= 1 && number <= lastPage)
  return numbers
    .sort((a, b) => a - b)
    .flatMap((number, index, all) => {
      const missing = number - (all[index - 1] ?? 0) - 1
      const gap = missing === 1 ? [number - 1] : [null]
      return missing === 0 ? [number] : [...gap, number]
    })
}
