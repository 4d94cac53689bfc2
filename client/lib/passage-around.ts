/** Words kept from a source, with their place in its text: characters from its beginning, end not included. */
export type KeptWords = { readonly quote: string | null; readonly quoteStart: number | null; readonly quoteEnd: number | null }

export type PassagePart = { readonly text: string; readonly marked: boolean }

/** So many characters may be missing between two quotes that are read as one passage. */
const nearBy = 40

/** Stands for what the register does not keep between two quotes. */
const gap = ' […] '

type Placed = { readonly quote: string; readonly start: number; readonly end: number }

const placed = ({ quote, quoteStart, quoteEnd }: KeptWords): Placed[] =>
  quote === null || quoteStart === null || quoteEnd === null ? [] : [{ quote, start: quoteStart, end: quoteEnd }]

/**
 * A quote marked in the passage it stands in, as far as other quotes of the same source keep it:
 * a longer one that holds it, or the nearest before and after. Null where none does.
 */
export const passageAround = (words: KeptWords, kept: readonly KeptWords[]): PassagePart[] | null => {
  const [own] = placed(words)
  if (own === undefined) return null
  const others = kept.flatMap(placed).filter(({ start, end }) => start !== own.start || end !== own.end)
  const holding = others.find(({ start, end, quote }) => start <= own.start && end >= own.end && quote.includes(own.quote))
  if (holding !== undefined) {
    const at = holding.quote.indexOf(own.quote)
    return [
      { text: holding.quote.slice(0, at), marked: false },
      { text: own.quote, marked: true },
      { text: holding.quote.slice(at + own.quote.length), marked: false },
    ].filter(({ text }) => text !== '')
  }
  const before = others.filter(({ end }) => end <= own.start && own.start - end <= nearBy).toSorted((a, b) => b.end - a.end)[0]
  const after = others.filter(({ start }) => start >= own.end && start - own.end <= nearBy).toSorted((a, b) => a.start - b.start)[0]
  if (before === undefined && after === undefined) return null
  return [
    ...(before === undefined ? [] : [{ text: before.quote + gap, marked: false }]),
    { text: own.quote, marked: true },
    ...(after === undefined ? [] : [{ text: gap + after.quote, marked: false }]),
  ]
}
