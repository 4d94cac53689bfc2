import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Encoding } from './encoding.ts'
import { FileProblem } from './file-problem.ts'

/** The first bytes of a file. */
export const firstBytes = async (file: string, length: number): Promise<Uint8Array> => {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const linesIn = (text: string): number => text.split('\n').length - 1

/** The text of a file, piece by piece. Throws FileProblem, with the line, where the bytes are not of this encoding. */
export async function* decodeFile(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  const decode = (bytes?: Uint8Array): string => {
    try {
      const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
      line += linesIn(text)
      return text
    } catch {
      throw new FileProblem(
        `After line ${line} there are bytes that are not ${encoding}. Choose another encoding, or save the file as UTF-8.`,
      )
    }
  }
  for await (const chunk of createReadStream(file, { highWaterMark: 64 * 1024 })) yield decode(chunk as Buffer)
  yield decode()
}
