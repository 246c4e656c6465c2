/** The database's own words, without the statement that the query builder puts in front of them. */
export function describeDatabaseProblem(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error)
  const { code } = error as { code?: string }
  const words = message
    .slice(message.lastIndexOf(' - ') + 1)
    .replace(/^- /, '')
    .slice(0, 200)
  return code && !words.includes(code) ? `${code}: ${words}` : words
}
