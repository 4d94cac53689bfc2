const header = 'Habeas-Words-Left'
let first: string | null = null

/** Which act took words out of the register last, as the first answer to this page said: what it shows may be as old. */
export const wordsLeft = {
  note: (headers: Headers): void => {
    first ??= headers.get(header)
  },
  tell: (headers: Headers): void => {
    if (first !== null) headers.set(header, first)
  },
}
