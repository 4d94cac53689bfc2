/**
 * The key of one folded word: what survives when an East-Slavic name goes from one language or
 * romanisation to another.
 *
 * Consonants: г/h/g/kh are one class, в/w/ў/u-after-a-vowel one, т/ц/ts (Belarusian
 * *tsekanne*) one, д/дз/dz/dzh (*dzekanne*) one, s/sh/shch one (`sch` is German ш or Russian
 * сч ~ щ), z/zh one (lost diacritics), ч its own; doubled consonants count once. Vowels: every
 * run is `a`, or `u` where it holds an у/ю, since *akanne*, *yakanne*, ы/и, э/е and й change all
 * the others and leave у alone.
 *
 * Sources: Правілы беларускай арфаграфіі і пунктуацыі (2008) for akanne, tsekanne, ў, the
 * prosthetic в before у (§ 13) and the dropped т/д of `стн`, `здн`; passport romanisation as in
 * romanise.ts.
 */

/** Longest first. `C` is ч; a lone `c` is read afterwards. */
const DIGRAPHS: ReadonlyArray<readonly [string, string]> = [
  ['schtsch', 's'], ['shtch', 's'], ['szcz', 's'], ['shch', 's'], ['tsch', 'C'], ['dzh', 'd'],
  ['tch', 'C'], ['sch', 's'], ['ch', 'C'], ['cz', 'C'], ['sh', 's'], ['sz', 's'], ['zh', 'z'],
  ['kh', 'h'], ['gh', 'h'], ['ph', 'f'], ['th', 't'], ['ts', 't'], ['tz', 't'], ['dz', 'd'],
  ['dj', 'd'], ['g', 'h'], ['q', 'k'], ['w', 'v'], ['x', 'ks'],
]
const digraphs = new Map(DIGRAPHS)
const DIGRAPH = new RegExp(DIGRAPHS.map(([written]) => written).join('|'), 'g')

/** A run of vowels: an у straight after a, e or o is ў; the rest is one class, or `u`. */
const vowelRun = (run: string): string =>
  run
    .replace(/(?<=[aeo])u/g, 'v')
    .replace(/[aeiouyj]+/g, (vowels) => (vowels.includes('u') ? 'u' : 'a'))

/**
 * The key of one folded word (`[a-z0-9]+`), itself `[a-z0-9]+`. The key of the beginning of a
 * word is the beginning of the word's key, except in the middle of a digraph.
 */
export const soundKey = (word: string): string => {
  const key = word
    .replace(DIGRAPH, (written) => digraphs.get(written) ?? written)
    .replace(/(?<=i)c$/, 'C')
    .replace(/c(?=[eiyk]|$)/g, 't')
    .replace(/c/g, 'k')
    .replace(/^v?u(?=[^aeiouyj]|$)/, 'v')
    .replace(/(?<=[aeiouy])vu(?=[^aeiouyj])/g, 'v')
    .replace(/[aeiouyj]+/g, vowelRun)
    .replace(/([sz])[td](?=n)/g, '$1')
    .replace(/([td])s(?=k)/g, '$1')
    .replace(/([^0-9])\1+/g, '$1')
  return key.toLowerCase()
}
