import { foldText } from '../../names/fold.ts'
import { jaroWinkler } from '../../names/similarity.ts'

/** A word list: what a cell says, to what it stands for. */
export type Words<Code extends string = string> = {
  readonly find: (text: string) => Code | null
  /** The code of the word most like this one; null where none is near. */
  readonly nearest: (text: string) => Code | null
}

const near = 0.88

/** Words are compared without case, accents, script of their look-alikes and punctuation. */
export const wordsOf = <Code extends string>(entries: Iterable<readonly [word: string, code: Code]>): Words<Code> => {
  const codes = new Map<string, Code>()
  for (const [word, code] of entries) {
    const key = foldText(word)
    if (key !== '' && !codes.has(key)) codes.set(key, code)
  }
  return {
    find: (text) => codes.get(foldText(text)) ?? null,
    nearest: (text) => {
      const key = foldText(text)
      let best: Code | null = null
      let points = near
      for (const [word, code] of codes) {
        const likeness = word.length < 3 || key.length < 3 ? 0 : jaroWinkler(key, word)
        if (likeness > points) [best, points] = [code, likeness]
      }
      return best
    },
  }
}
