/**
 * Each item with a key for React: the words it is told by and, as words can occur twice, how often
 * they stood before it. Items of the same words stay in their order.
 */
export const withKeys = <Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => string,
): readonly { readonly key: string; readonly item: Item }[] => {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const words = wordsOf(item)
    const before = seen.get(words) ?? 0
    seen.set(words, before + 1)
    return { key: `${before} ${words}`, item }
  })
}
