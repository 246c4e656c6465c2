import { setTimeout } from 'node:timers/promises'

/** Waits for something that happens after the response, and fails when it does not within two seconds. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string) {
  const deadline = Date.now() + 2000

  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`This did not happen within two seconds: ${what}`)
    }
    await setTimeout(10)
  }
}
