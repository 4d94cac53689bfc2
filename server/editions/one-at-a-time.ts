/** What is being done to the editions of a folder, one thing after another. */
const underWay = new Map<string, Promise<unknown>>()

/** True while a publication or a revision of this folder's editions is under way in this process. */
export const isUnderWay = (editionsDir: string): boolean => underWay.has(editionsDir)

/** Runs `work` when what is under way for this folder has ended, well or badly. */
export const afterOthers = async <Result>(editionsDir: string, work: () => Promise<Result>): Promise<Result> => {
  const before = underWay.get(editionsDir) ?? Promise.resolve()
  const mine = before.then(work, work)
  const settled = mine.catch(() => undefined)
  underWay.set(editionsDir, settled)
  try {
    return await mine
  } finally {
    if (underWay.get(editionsDir) === settled) underWay.delete(editionsDir)
  }
}
