/**
 * How many letters have to be added, left out, replaced or swapped with their neighbour to make one
 * text of another (Damerau and Levenshtein, each place touched once), or `limit + 1` for more than
 * `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) {
    return limit + 1
  }
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    rows[row] = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      rows[row][column] = Math.min(
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + (isSame ? 0 : 1),
        isSwapped ? rows[row - 2][column - 2] + 1 : Number.POSITIVE_INFINITY
      )
    }
    if (Math.min(...rows[row]) > limit && Math.min(...rows[row - 1]) > limit) {
      return limit + 1
    }
  }
  return rows[one.length][other.length]
}
