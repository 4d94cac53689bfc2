import { open } from 'node:fs/promises'
import { foldText } from '../names/fold.ts'
import { nameKey } from '../names/key.ts'

/** Bytes read at once. */
const helping = 8 * 1024 * 1024

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** A name as a file may hold it: as written, in other cases, folded and as its key, in three encodings. */
export const writtenForms = (names: readonly string[]): Buffer[] => {
  const spellings = names.flatMap((name) => {
    const derived = [foldText(name), nameKey(name)].filter((text) => text.includes(' '))
    return [name, name.normalize('NFC'), name.normalize('NFD'), name.toLowerCase(), name.toUpperCase(), ...derived]
  })
  return [...new Set(spellings)].flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), utf16be(text)])
}

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
