const GRACE_MS = 2000

/**
 * Ends the process if something still keeps it alive when all has been said: a connection to a
 * database that does not answer does, for a minute and more, and whoever waits for the exit code
 * with it.
 */
export function endSoon(exitCode: number) {
  setTimeout(() => process.exit(exitCode), GRACE_MS).unref()
}
