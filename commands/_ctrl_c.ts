/**
 * Does something that Ctrl-C cancels, rather than ending the process. A second Ctrl-C ends it.
 */
export async function cancelledByCtrlC<Result>(
  work: (signal: AbortSignal) => Promise<Result>
): Promise<Result> {
  const controller = new AbortController()
  const cancel = () => controller.abort()
  process.once('SIGINT', cancel)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', cancel)
  }
}
