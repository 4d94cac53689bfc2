/** A repeatable stream of choices: the same seed gives the same choices on every machine. */
export type Random = {
  /** A whole number from `lowest` to `highest`, both included. */
  readonly int: (lowest: number, highest: number) => number
  /** True with this probability, 0 to 1. */
  readonly chance: (probability: number) => boolean
  /** One of the items. Throws a RangeError when there is none. */
  readonly pick: <Item>(items: readonly Item[]) => Item
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, quick, and no use for secrets. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `stream` tells apart the streams of one seed. Both are whole numbers; their lowest 32 bits count. */
export const randomOf = (seed: number, stream: number): Random => {
  const next = mulberry32(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35))
  const int = (lowest: number, highest: number): number => lowest + Math.floor(next() * (highest - lowest + 1))
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[int(0, items.length - 1)]
      if (item === undefined) throw new RangeError('There is nothing to pick from.')
      return item
    },
  }
}

/** The items in turn, over and over: so that every kind is there, however few records are made. */
export const inTurn = <Item>(items: readonly Item[], turn: number): Item => {
  const item = items[turn % items.length]
  if (item === undefined) throw new RangeError('There is nothing to take in turn.')
  return item
}
