/** Runs tasks, at most `limit` at once; the others wait in the order they came. */
export const atMost = (limit: number): (<Result>(task: () => Promise<Result>) => Promise<Result>) => {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= limit) await new Promise<void>((begin) => waiting.push(begin))
    else running += 1
    try {
      return await task()
    } finally {
      // A place is handed on, not given back, so that nobody takes it in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
