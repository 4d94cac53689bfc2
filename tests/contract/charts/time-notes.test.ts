import { expect, test } from 'vitest'
import { drawColumns } from '#contract/charts/draw-columns.ts'
import { noteSentences, noteWords, timeNotes } from '#contract/charts/time-notes.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { LaneAction, LinkedRelease } from '#contract/stats-links.ts'

/*
 * What stands beside the columns over time: events and sanctions actions of the same unit, named
 * and never called a cause.
 */

const none = statedDate(null, 'not_stated')
const action = (id: number, issued: string | null): LaneAction => ({
  id,
  ref: `S-${id}`,
  title: `Action ${id}`,
  authority: 'US',
  action: 'designation',
  announced: none,
  issued: issued === null ? none : statedDate(issued, 'stated'),
  effective: none,
  expires: none,
  status: 'not_stated',
  refersTo: null,
})
const release = (id: number, date: string): LinkedRelease => ({ id, ref: `R-${id}`, title: `Release ${id}`, date: statedDate(date, 'stated'), country: 'BY', reported: null })

const links = {
  releases: { dated: [release(1, '2025-12-13'), release(2, '2025')], undated: [], leftOut: 0 },
  actions: { dated: [action(1, '2025-12-15'), action(2, '2025-12'), action(3, '2025-11~')], undated: [action(4, null)], leftOut: 0 },
}

test('an event or action stands in the unit in which all of its date lies, and in no other', () => {
  const notes = timeNotes(links, 'month')
  expect([...notes.keys()]).toEqual(['2025-12'])
  expect(noteWords(notes.get('2025-12'))).toBe('R-1 Release 1; in the same time, sanctions: S-1 Action 1, S-2 Action 2')
  expect(noteWords(notes.get('2025-11'))).toBe('')
  expect(noteWords(timeNotes(links, 'year').get('2025'))).toBe('R-1 Release 1, R-2 Release 2; in the same time, sanctions: S-1 Action 1, S-2 Action 2')
})

test('how many actions are not drawn is said, and that none is a cause', () => {
  const [sentence = ''] = noteSentences(timeNotes(links, 'month'), ['2025-12'], links, 'month')
  expect(sentence).toContain('says nothing of a cause')
  expect(sentence).toContain('2 sanctions actions are not dated to a month that is drawn')
})

test('many titles are cut short with how many more there are', () => {
  const many = { ...links, actions: { dated: [1, 2, 3, 4, 5].map((id) => action(id, '2025-12-01')), undated: [], leftOut: 0 } }
  expect(noteWords(timeNotes(many, 'month').get('2025-12'))).toMatch(/S-3 Action 3 and 2 more$/)
})

test('a square below the columns marks the unit, and several say how many', () => {
  const count = { lowest: 1, best: 1, highest: 1, openLow: false, openHigh: false }
  const rows = ['2025-11', '2025-12'].map((key) => ({ key, events: 1, reported: count, parts: {} }))
  const words = { unit: String, value: ({ key }: { key: string }) => key, series: String, actions: (key: string) => (key === '2025-12' ? 2 : 0) }
  const [plain, marked] = [drawColumns(rows, [], { ...words, actions: () => 0 }, null, 600), drawColumns(rows, [], words, null, 600)]
  expect(marked.height).toBeGreaterThan(plain.height)
  expect(marked.marks.filter((mark) => mark.kind === 'rect' && mark.fill === 'ink')).toHaveLength(1)
  expect(marked.marks.filter((mark) => mark.kind === 'text' && mark.text === '2')).toHaveLength(1)
})
