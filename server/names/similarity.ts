/**
 * The Jaro-Winkler similarity of two strings, 0 to 1 (W. E. Winkler, String Comparator Metrics,
 * 1990): matching letters within half the longer length, transpositions counted half, up to four
 * equal first letters weighted by 0.1.
 */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return a === '' ? 0 : 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  let matchedA = ''
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken[j] === 1 || a[i] !== b[j]) continue
      taken[j] = 1
      matchedA += b[j]
      break
    }
  }
  if (matchedA === '') return 0
  const matchedB = Array.from(b).filter((_, j) => taken[j] === 1)
  const swapped = matchedB.filter((letter, i) => letter !== matchedA[i]).length / 2
  const m = matchedA.length
  const jaro = (m / a.length + m / b.length + (m - swapped) / m) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** True if one insertion, deletion, substitution or swap of neighbours makes `a` into `b` (equal strings too). */
export const withinOneEdit = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
