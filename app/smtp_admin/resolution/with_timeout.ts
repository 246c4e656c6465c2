/**
 * Waits for some work. The work itself goes on.
 *
 * @param seconds for the error message, and how long to wait unless `ms` says otherwise
 */
export async function withTimeout<Result>(
  work: Promise<Result>,
  seconds: number,
  ms = seconds * 1000
): Promise<Result> {
  const { promise: timeout, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${seconds} s`)), ms)
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
