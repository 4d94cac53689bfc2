import type { DateSystem } from '../excel-date.ts'
import { FileProblem } from './file-problem.ts'
import { readXml } from './xml.ts'
import type { ZipParts } from './zip-file.ts'

export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly system: DateSystem
  /** Whether cells of a style show dates, by the style's number. */
  readonly showsDate: (style: number) => boolean
}

const drain = async (reading: AsyncIterable<void>): Promise<void> => {
  for await (const _ of reading) continue
}

/** Where a relation leads, from the folder `xl/`. */
const partOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)

const readRelations = async (zip: ZipParts): Promise<Map<string, string>> => {
  const part = 'xl/_rels/workbook.xml.rels'
  const targets = new Map<string, string>()
  await drain(
    readXml(zip.text(part), part, {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, partOf(Target))
      },
    }),
  )
  return targets
}

/** Formats that come with the program and show a day (ECMA-376, 18.8.30, and its East Asian variants). */
const isDateFormat = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** `dd.mm.yyyy` shows a day; `0.00`, `h:mm` and what is quoted, escaped or in brackets do not. */
const saysDay = (format: string): boolean => /[dy]/iu.test(format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/gu, ''))

const readDateStyles = async (zip: ZipParts): Promise<ReadonlySet<number>> => {
  const part = 'xl/styles.xml'
  const own = new Map<number, boolean>()
  const styles: number[] = []
  let inCells = false
  await drain(
    readXml(zip.text(part), part, {
      open: (name, { numFmtId, formatCode }) => {
        if (name === 'cellXfs') inCells = true
        else if (name === 'numFmt') own.set(Number(numFmtId), saysDay(formatCode ?? ''))
        else if (name === 'xf' && inCells) styles.push(Number(numFmtId ?? 0))
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false
      },
    }),
  )
  return new Set(styles.flatMap((format, index) => ((own.get(format) ?? isDateFormat(format)) ? [index] : [])))
}

/** What a workbook says about its sheets. Throws FileProblem when it is none, or has no sheet. */
export const readWorkbook = async (zip: ZipParts): Promise<Workbook> => {
  const part = 'xl/workbook.xml'
  if (!zip.names.includes(part)) throw new FileProblem('This ZIP file is not an XLSX workbook. Send CSV, XLSX or JSON.')
  const targets = await readRelations(zip)
  const sheets: { name: string; part: string }[] = []
  let system: DateSystem = '1900'
  await drain(
    readXml(zip.text(part), part, {
      open: (tag, attributes) => {
        if (tag === 'workbookPr' && ['1', 'true'].includes(attributes.date1904 ?? '')) system = '1904'
        const target = targets.get(attributes['r:id'] ?? '')
        if (tag === 'sheet' && target !== undefined && zip.names.includes(target)) {
          sheets.push({ name: attributes.name ?? `Sheet ${sheets.length + 1}`, part: target })
        }
      },
    }),
  )
  if (sheets.length === 0) throw new FileProblem('This workbook has no sheet with cells.')
  const dates = await readDateStyles(zip)
  return { sheets, system, showsDate: (style) => dates.has(style) }
}

/** The texts that cells refer to by number, in their order. */
export const readSharedTexts = async (zip: ZipParts, mostLetters: number): Promise<readonly string[]> => {
  const part = 'xl/sharedStrings.xml'
  const texts: string[] = []
  let text = ''
  let letters = 0
  let inText = false
  let aside = 0
  await drain(
    readXml(zip.text(part), part, {
      open: (name) => {
        if (name === 'si') text = ''
        else if (name === 't') inText = true
        else if (name === 'rPh') aside += 1
      },
      text: (piece) => {
        if (inText && aside === 0) text += piece
      },
      close: (name) => {
        if (name === 't') inText = false
        else if (name === 'rPh') aside -= 1
        else if (name === 'si') {
          letters += text.length + 8
          if (letters > mostLetters) throw new FileProblem('The texts of this XLSX file are more than can be kept. Save it as CSV and send that.')
          texts.push(text)
        }
      },
    }),
  )
  return texts
}
