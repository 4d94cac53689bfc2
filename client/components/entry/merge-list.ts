export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A row of a write body: `id` is its number in the register, null for one that is new. */
export type WithId = { readonly id: number | null }

/**
 * Three versions of a list: items changed by me are mine (put on theirs by `both`), others are
 * theirs; items they added come in, items I added stay. What only one side took out is gone, but
 * what they took out and I changed comes back as mine, anew. Without a base nothing is taken for removed.
 */
export const mergeList = <Item extends WithId>(
  base: readonly Item[] | null,
  theirs: readonly Item[],
  mine: readonly Item[],
  { both, anew }: { readonly both: (before: Item | null, now: Item, own: Item) => Item; readonly anew: (item: Item) => Item },
): Item[] => {
  const inBase = (id: number | null) => base?.find((item) => item.id === id) ?? null
  const kept = mine.flatMap((item) => {
    if (item.id === null) return [item]
    const before = inBase(item.id)
    const now = theirs.find(({ id }) => id === item.id)
    if (now === undefined) return before !== null && same(before, item) ? [] : [anew(item)]
    return [before !== null && same(before, item) ? now : both(before, now, item)]
  })
  const added = theirs.filter(({ id }) => !mine.some((item) => item.id === id) && inBase(id) === null)
  return [...kept, ...added]
}
