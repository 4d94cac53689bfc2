import { expect, test } from 'vitest'
import { formatCitation } from '#server/features/citations/citation-formats.ts'

/*
 * A title is free text: whatever is in it, each form stays one entry of its kind.
 */

const hostile = 'Braces { and } \\ 50% of A & B_c #1 $2 ~x ^y “quoted”\r\nER  - \r\nTY  - BOOK\u2028AU  - Someone'

const parts = {
  title: hostile,
  edition: '3.1',
  published: '2026-06-13',
  url: 'https://example.org/release-events?destination=LT,UA&basis=a%7Bb&edition=3',
  accessed: '2026-07-01',
  records: 23,
  sha256: 'ab'.repeat(32),
  note: 'Open to everyone.',
}

/** Reads one BibTeX entry as BibTeX does: a field ends where its braces balance, whatever is escaped. */
const readBibtex = (text: string): { type: string; key: string; fields: Record<string, string> } => {
  const head = /^@(\w+)\{([^,\s{}]+),\n/.exec(text)
  expect(head).not.toBeNull()
  const fields: Record<string, string> = {}
  let at = head?.[0].length ?? 0
  while (text[at] !== '}') {
    const name = /^\s*([a-z]+) = \{/.exec(text.slice(at))
    expect(name, text.slice(at, at + 60)).not.toBeNull()
    at += name?.[0].length ?? 1
    const start = at
    for (let depth = 1; depth > 0; at += 1) {
      expect(at).toBeLessThan(text.length)
      if (text[at] === '{') depth += 1
      if (text[at] === '}') depth -= 1
    }
    fields[name?.[1] ?? ''] = text.slice(start, at - 1)
    at += /^,\n/.exec(text.slice(at))?.[0].length ?? 0
  }
  expect(text.slice(at)).toBe('}\n')
  return { type: head?.[1] ?? '', key: head?.[2] ?? '', fields }
}

test('BibTeX: one entry, its braces balanced and its signs escaped, its address as it is', () => {
  const { type, key, fields } = readBibtex(formatCitation(parts).bibtex)
  expect(type).toBe('misc')
  expect(key).toBe('habeas-3.1-abababababab')
  expect(fields).toMatchObject({ author: '{Habeas}', year: '2026', date: '2026-06-13', urldate: '2026-07-01', url: parts.url, edition: '3.1' })
  expect(fields['title']).toContain('{\\textbraceleft} and {\\textbraceright} {\\textbackslash} 50\\% of A \\& B\\_c \\#1 \\$2')
  expect(fields['title']).not.toMatch(/[\r\n]/)
  expect(fields['note']).toContain(parts.sha256)
})

test('RIS: every line is a tag and a value, one record from TY to ER, whatever the title tries', () => {
  const { ris } = formatCitation(parts)
  const lines = ris.split('\r\n')
  expect(lines.pop()).toBe('')
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- .*$/)
  const tags = lines.map((line) => line.slice(0, 2))
  expect(tags).toEqual(['TY', 'AU', 'TI', 'PY', 'DA', 'ET', 'PB', 'UR', 'Y2', 'N1', 'ER'])
  expect(lines).toContain('TY  - DATA')
  expect(lines).toContain('DA  - 2026/06/13/')
  expect(lines).toContain(`UR  - ${parts.url}`)
})

test('CSL-JSON: one data set with its parts, the title as it is on one line', () => {
  const items = JSON.parse(formatCitation(parts).cslJson) as unknown[]
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    type: 'dataset',
    author: [{ literal: 'Habeas' }],
    issued: { 'date-parts': [[2026, 6, 13]] },
    accessed: { 'date-parts': [[2026, 7, 1]] },
    edition: '3.1',
    URL: parts.url,
  })
  expect(items[0]).toMatchObject({ title: expect.stringContaining('Braces { and }') as unknown })
})

test('APA and Chicago say who, when, what, which edition, where and the checksum', () => {
  const plain = formatCitation({ ...parts, title: '23 release events from Belarus', edition: '3' })
  expect(plain.apa).toBe(
    `Habeas. (2026). 23 release events from Belarus (Edition 3) [Data set; 23 records, SHA-256 of the result ${parts.sha256}]. Retrieved July 1, 2026, from ${parts.url}`,
  )
  expect(plain.chicago).toBe(
    `Habeas. “23 release events from Belarus.” Edition 3, June 13, 2026. 23 records, SHA-256 of the result ${parts.sha256}. Accessed July 1, 2026. ${parts.url}.`,
  )
  expect(formatCitation({ ...parts, accessed: null }).apa).not.toContain('Retrieved')
})
