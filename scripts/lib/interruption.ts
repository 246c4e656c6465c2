/**
 * Aborts when the script is asked to stop. npm passes SIGTERM on to the shell between it and the
 * script and no further, so that the end of that shell counts as well.
 */
export function interruption() {
  const controller = new AbortController()
  const abort = () => controller.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, abort)
  }

  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && abort(), 250).unref()
  }
  return controller.signal
}
