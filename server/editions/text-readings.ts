import { domainToUnicode } from 'node:url'

/*
 * A text as it may be meant: addresses carry names percent-encoded and in hyphens, pages carry them
 * in entities and escapes, and a name may be cut by a soft hyphen or at the end of a line.
 */

const ofBytes = (text: string, encoding: string): string => {
  const bytes = (run: string): Buffer => Buffer.from(run.replaceAll('%', ''), 'hex')
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => new TextDecoder(encoding).decode(bytes(run)))
}

const ofCode = (whole: string, code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole)

const decoded = (text: string): string[] => {
  const entities = text
    .replaceAll(/&#x([0-9a-f]{1,6});|\\u\{?([0-9a-f]{4,6})\}?/gi, (whole, hex?: string, escape?: string) =>
      ofCode(whole, Number.parseInt(hex ?? escape ?? '', 16)),
    )
    .replaceAll(/&#(\d{1,7});/g, (whole, code: string) => ofCode(whole, Number(code)))
    .replaceAll(/xn--[a-z0-9-]+/gi, (label) => domainToUnicode(label) || label)
  if (!/%[0-9a-f]{2}/i.test(entities)) return [entities]
  // Older sites of the region wrote their addresses in windows-1251.
  return [ofBytes(entities, 'utf-8'), ofBytes(entities, 'windows-1251')]
}

/** Without any of these a text stands for itself alone: nothing in it is encoded, hidden or broken off at the end of a line. */
const MAY_STAND_FOR_ANOTHER = /[\p{Cf}\n%&\\]|xn--/iu

/** The text and what it may stand for, each once. Never throws. */
export const readingsOfText = (text: string): string[] => {
  if (!MAY_STAND_FOR_ANOTHER.test(text)) return [text]
  const whole = text.replaceAll(/\p{Cf}/gu, '')
  const joined = whole.replaceAll(/(?<=\p{L})[-‐]\s*\n\s*(?=\p{L})/gu, '')
  const once = [whole, joined].flatMap(decoded)
  // Encoded twice, as happens to an address within an address.
  return [...new Set([...once, ...once.filter((reading) => reading !== whole).flatMap(decoded)])]
}
