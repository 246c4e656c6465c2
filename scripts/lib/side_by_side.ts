/** Works through a list in order, some at a time. */
export async function sideBySide<T>(items: T[], atOnce: number, work: (item: T) => Promise<void>) {
  const waiting = [...items]
  async function worker() {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
