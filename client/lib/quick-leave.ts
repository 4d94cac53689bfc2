/** How long what is typed may take to be saved before the session is ended all the same, in milliseconds. */
const longestMs = 800

const savers = new Set<() => Promise<void>>()
let isUnderWay = false

/** Whether the desk is being left at once: nothing asks whether to stay. */
export const isLeavingAtOnce = (): boolean => isUnderWay

/** Has `save` called when the desk is left at once, while the session still holds. */
export const saveBeforeLeaving = (save: () => Promise<void>): void => void savers.add(save)

/** Saves what is typed and not saved yet, and resolves when that is done or has taken too long. Never rejects. */
export const saveAllBeforeLeaving = async (): Promise<void> => {
  isUnderWay = true
  const saved = Promise.allSettled([...savers].map((save) => save()))
  await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, longestMs))])
}
