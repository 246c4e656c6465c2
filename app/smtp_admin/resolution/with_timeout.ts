/** The result of this work, or an error once it has taken that long. The work itself goes on. */
export async function withinSeconds<Result>(
  seconds: number,
  work: Promise<Result>
): Promise<Result> {
  const { promise: tooSlow, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${seconds} s`)), seconds * 1000)
  try {
    return await Promise.race([work, tooSlow])
  } finally {
    clearTimeout(timer)
  }
}
