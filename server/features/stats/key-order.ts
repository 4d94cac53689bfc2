type Keyed = { readonly keys: readonly (string | null)[] }

/** Cells in the order in which SQLite puts their keys: what is in no unit first. */
export const byKeys = (a: Keyed, b: Keyed): number => {
  for (const [place, left] of a.keys.entries()) {
    const right = b.keys[place] ?? null
    if (left === right) continue
    if (left === null || right === null) return left === null ? -1 : 1
    return left < right ? -1 : 1
  }
  return 0
}
