import { openPromise } from 'yauzl'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'

export type ZipParts = {
  readonly names: readonly string[]
  /** A part as text (UTF-8), piece by piece. Throws FileProblem when inflating goes beyond the limits. */
  readonly text: (name: string) => AsyncGenerator<string>
  readonly close: () => void
}

const broken = (): FileProblem =>
  new FileProblem('This XLSX file is damaged or has a password. Open it in a spreadsheet program, save it again without one, and send that.')

const bomb = (): FileProblem =>
  new FileProblem('This XLSX file unpacks to far more than a table holds, and was not read. Save the sheet you need as a file of its own.')

/**
 * Opens a ZIP file whose parts are read one at a time. Sizes written in the file are not
 * believed: bytes are counted as they come out, over all parts that are read.
 */
export const openZip = async (file: string, limits: ReadLimits): Promise<ZipParts> => {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch(() => {
    throw broken()
  })
  const entries = new Map<string, Parameters<typeof zip.openReadStreamPromise>[0]>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.entries) throw bomb()
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    zip.close()
    throw error instanceof FileProblem ? error : broken()
  }
  let inflated = 0

  async function* text(name: string): AsyncGenerator<string> {
    const entry = entries.get(name)
    if (entry === undefined) return
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let own = 0
    try {
      const stream = await zip.openReadStreamPromise(entry)
      try {
        for await (const chunk of stream) {
          const bytes = chunk as Buffer
          inflated += bytes.length
          own += bytes.length
          const swollen = own > limits.ratioFrom && own > entry.compressedSize * limits.ratio
          if (inflated > limits.inflatedBytes || swollen) throw bomb()
          yield decoder.decode(bytes, { stream: true })
        }
        yield decoder.decode()
      } finally {
        stream.destroy()
      }
    } catch (error) {
      throw error instanceof FileProblem ? error : broken()
    }
  }

  return { names: [...entries.keys()], text, close: () => zip.close() }
}
