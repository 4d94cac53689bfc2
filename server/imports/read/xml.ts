import { type SaxesTagPlain, SaxesParser } from 'saxes'
import { FileProblem } from './file-problem.ts'

/** A part is nested no deeper, and a tag or a text in it is no longer, in characters. */
const deepest = 60
const longestPiece = 2_000_000

export type XmlEvents = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

const attributesOf = (tag: SaxesTagPlain): Record<string, string> =>
  Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [name === 'r:id' ? name : plainName(name), value]))

/**
 * Reads XML as it comes, giving way after each piece so that the caller can pass on what it
 * found. Names lose their prefix, `r:id` apart. There are no entities but XML's own. Throws FileProblem.
 */
export async function* readXml(pieces: AsyncIterable<string>, part: string, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let depth = 0
  let quiet = 0
  parser.on('error', () => {
    throw new FileProblem(`The part ${part} of this XLSX file is damaged. Open it in a spreadsheet program, save it again, and send that.`)
  })
  parser.on('opentag', (tag) => {
    quiet = 0
    depth += 1
    if (depth > deepest) throw new FileProblem(`The part ${part} of this XLSX file is nested deeper than a table ever is, and was not read.`)
    events.open?.(plainName(tag.name), attributesOf(tag))
  })
  parser.on('closetag', (tag) => {
    quiet = 0
    depth -= 1
    events.close?.(plainName(tag.name))
  })
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  for await (const piece of pieces) {
    quiet += piece.length
    parser.write(piece)
    if (quiet > longestPiece) throw new FileProblem(`The part ${part} of this XLSX file has a text longer than any cell holds, and was not read.`)
    yield
  }
  parser.close()
  yield
}
