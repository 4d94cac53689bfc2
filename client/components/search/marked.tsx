import type { Snippet } from '#contract/search.ts'

/** A text with the words that were looked for marked, in its own language. */
export const Marked = ({ snippet: { lang, parts } }: { snippet: Snippet }) => (
  <span {...(lang === null || lang === 'und' ? {} : { lang })}>
    {parts.map(({ text, marked }, index) =>
      // The parts of a text have no other name than their place in it.
      // oxlint-disable-next-line react/no-array-index-key
      marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
    )}
  </span>
)
