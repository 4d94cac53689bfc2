import { Parser } from 'htmlparser2'

/** Elements that begin and end a line of their own. */
const blocks = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(' '),
)
/** Elements whose content nobody reads. */
const unread = new Set('script style template noscript svg head'.split(' '))

/** The text of a page, a line for each block. Nothing of the page is run or fetched. */
const textOfPage = (html: string): string => {
  const parts: string[] = []
  let hidden = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (unread.has(name)) hidden += 1
      if (blocks.has(name)) parts.push('\n')
    },
    ontext: (text) => {
      if (hidden === 0) parts.push(text.replaceAll(/\s+/g, ' '))
    },
    onclosetag: (name) => {
      if (unread.has(name)) hidden -= 1
      if (blocks.has(name) && name !== 'br') parts.push('\n')
    },
  })
  parser.end(html)
  return parts
    .join('')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
}

/** The encoding a page names itself, in its first kilobyte. */
const namedIn = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1] ?? null

const decodedAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const byteOrderMarks = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const

/** Bytes as text: by their byte order mark, as UTF-8, as the page says, else as the Cyrillic code page of Windows. */
const decoded = (bytes: Uint8Array): string => {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  const named = namedIn(bytes)
  return (
    (marked && decodedAs(marked.encoding, bytes)) ??
    decodedAs('utf-8', bytes) ??
    (named === null ? null : decodedAs(named, bytes)) ??
    new TextDecoder('windows-1251').decode(bytes)
  )
}

/**
 * What a person reads in an original: the text that quotes are places in. Lines end with one
 * line feed, and characters that SQLite or a page cannot hold are left out.
 */
export const readableText = (bytes: Uint8Array, mediaType: 'text/plain' | 'text/html'): string => {
  const text = decoded(bytes)
  return (mediaType === 'text/html' ? textOfPage(text) : text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .toWellFormed()
    .trim()
}
