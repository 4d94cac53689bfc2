import { call } from '#client/lib/call.ts'
import { newKey } from '#client/lib/new-key.ts'
import { type Capture, createCapture, largestCapture } from '#contract/captures.ts'

/** Bytes in base64. */
const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  // One call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

const isPage = ({ name, type }: File): boolean => type === 'text/html' || /\.html?$/i.test(name)
const isText = ({ name, type }: File): boolean => type === 'text/plain' || /\.(?:txt|md)$/i.test(name)

const keep = (bytes: Uint8Array, about: { name: string | null; address: string; mediaType: 'text/plain' | 'text/html' }): Promise<Capture> =>
  call(createCapture, { body: { ...about, content: base64Of(bytes) }, idempotencyKey: newKey() })

/** Keeps a text that was pasted, with the address it came from. Throws what stands in the way, in a sentence. */
export const keepPasted = (text: string, address: string): Promise<Capture> =>
  keep(new TextEncoder().encode(text), { name: null, address, mediaType: 'text/plain' })

/** Keeps a file as it is, byte by byte. Throws what stands in the way, in a sentence. */
export const keepFile = async (file: File, address: string): Promise<Capture> => {
  if (!isPage(file) && !isText(file)) throw new Error('This is neither a text nor a saved web page: drop a .txt or .html file, or paste the words.')
  if (file.size > largestCapture) throw new Error('This is over 5 MB. Paste the part that matters.')
  return keep(new Uint8Array(await file.arrayBuffer()), { name: file.name, address, mediaType: isPage(file) ? 'text/html' : 'text/plain' })
}
