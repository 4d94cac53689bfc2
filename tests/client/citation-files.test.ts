import { expect, test } from 'vitest'
import { citationFileName, civilDayOf } from '#client/components/citations/citation-files.ts'

const edition = { number: 17, label: '17.1', publishedAt: '2026-03-01T10:00:00.000Z' }

test('a citation is kept under the sentence of its view and its edition', () => {
  const cited = { edition, title: '5 release events, taken to Lithuania' }
  expect(citationFileName(cited, 'bibtex')).toBe('habeas-edition-17-5-release-events-taken-to-lithuania.bib')
  expect(citationFileName(cited, 'cslJson')).toBe('habeas-edition-17-5-release-events-taken-to-lithuania.json')
})

test('a title without a Latin letter still gives a file a name', () => {
  expect(citationFileName({ edition, title: 'Іна Выдуманая' }, 'ris')).toBe('habeas-edition-17.ris')
})

test('the day something was read is the reader’s own', () => {
  expect(civilDayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
