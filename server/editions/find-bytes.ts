import { open } from 'node:fs/promises'
import { foldText } from '../names/fold.ts'
import { nameKey } from '../names/key.ts'
import { writtenWords } from './taken-words.ts'

/** Bytes read at once. */
const helping = 8 * 1024 * 1024

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const escaped = (text: string, unit: (code: string) => string): string =>
  text.replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${unit(sign.charCodeAt(0).toString(16).padStart(4, '0'))}`)

/** As addresses and escaped texts carry it. */
const escapedForms = (text: string): string[] => {
  const percent = encodeURIComponent(text)
  const addresses = ['-', '_', '+', '%20', '%2B'].map((between) => percent.replaceAll('%20', between))
  return [...addresses, ...addresses.map((form) => form.toLowerCase()), escaped(text, (code) => code), escaped(text, (code) => code.toUpperCase())]
}

const inCases = (name: string): string[] => [name, name.normalize('NFC'), name.normalize('NFD'), name.toLowerCase(), name.toUpperCase()]

const derivedOf = (name: string): string[] => [foldText(name), nameKey(name)]

/**
 * Names as a file may hold them: as written, in other cases, escaped, folded and as their keys, in
 * three encodings. A form that is in the name of one of `others`, who stay, is left out: it is theirs.
 */
export const writtenForms = (names: readonly string[], others: readonly string[] = []): Buffer[] => {
  const theirs = [...new Set(others)].flatMap((name) => [...inCases(name), ...derivedOf(name)]).join('\n')
  const spellings = names.flatMap((name) => [
    ...inCases(name).flatMap((text) => (text.includes(' ') ? [text, ...escapedForms(text)] : [text])),
    ...derivedOf(name).filter((text) => text.includes(' ')),
  ])
  const own = [...new Set(spellings)].filter((text) => !theirs.includes(text))
  return own.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), utf16be(text)])
}

/** The same of names and of words that leave wherever they stand. */
export const allWrittenForms = ({ names, others, words }: { readonly names: readonly string[]; readonly others: readonly string[]; readonly words: readonly string[] }): Buffer[] => [
  ...writtenForms(names, others),
  ...writtenForms(words.flatMap(writtenWords), others),
]

/** True when any of the byte strings is anywhere in the file: in a free page or a half-written row as much as in a table. */
export const fileHolds = async (file: string, forms: readonly Buffer[]): Promise<boolean> => {
  const overlap = Math.max(0, ...forms.map((form) => form.length - 1))
  const handle = await open(file, 'r')
  try {
    const buffer = Buffer.alloc(helping + overlap)
    let kept = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, kept, helping)
      if (bytesRead === 0) return false
      const filled = buffer.subarray(0, kept + bytesRead)
      if (forms.some((form) => filled.includes(form))) return true
      kept = Math.min(overlap, filled.length)
      filled.copy(buffer, 0, filled.length - kept)
    }
  } finally {
    await handle.close()
  }
}
