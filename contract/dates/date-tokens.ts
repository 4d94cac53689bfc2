/** A piece of what was typed. `raw` is shown back in messages, `key` is compared with the word tables. */
export type DateToken = { kind: 'number' | 'word' | 'sign'; raw: string; key: string; start: number; end: number }

/** Lower case without accents, so that "PAŹDZIERNIK" and "pazdziernik" are one word. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
}

/** Splits a short text into numbers, words and signs; every kind of dash becomes `-`. */
export function dateTokens(text: string): DateToken[] {
  return Array.from(text.matchAll(/\d+|[\p{L}\p{M}]+|\S/gu), (match) => {
    const raw = match[0]
    const kind = /^\d/.test(raw) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'sign'
    const key = /^[\p{Pd}−]$/u.test(raw) ? '-' : folded(raw)
    return { kind, raw, key, start: match.index, end: match.index + raw.length }
  })
}

const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 'го', 'га', 'и', 'е', 'ого'])

/** Leaves out what carries no meaning: commas, brackets, the dot of "Dec." and of "21. June", the ending of "3rd" and "21-го". */
export function withoutOrnament(tokens: readonly DateToken[]): DateToken[] {
  const kept: DateToken[] = []
  for (const [index, token] of tokens.entries()) {
    const before = kept.at(-1)
    const after = tokens[index + 1]
    if (token.kind === 'sign' && [',', '(', ')'].includes(token.key)) continue
    if (token.key === '.' && !(before?.kind === 'number' && after?.kind === 'number')) continue
    if (before?.kind === 'number' && after !== undefined && token.key === '-' && isOrdinal(token, after)) continue
    if (before?.kind === 'number' && isOrdinal(tokens[index - 1], token)) continue
    kept.push(token)
  }
  return kept
}

function isOrdinal(before: DateToken | undefined, token: DateToken): boolean {
  return before !== undefined && before.end === token.start && ORDINALS.has(token.key)
}
