import { expect, test } from 'vitest'
import { changeLines } from '#client/features/editions/change-lines.ts'
import type { FieldChange } from '#contract/compare.ts'

const change = (record: string, field: string, before: FieldChange['before'], after: FieldChange['after'], label: string | null = null, id = 12): FieldChange => ({
  on: { record, id, label },
  field,
  before,
  after,
})

test('a corrected field is told in words, with its values as they are written everywhere', () => {
  expect(changeLines([change('release_event', 'date', '2024-07', '2024-07-03')])).toMatchObject([
    { what: 'Date', before: 'July 2024, day not stated', after: '3 July 2024' },
  ])
})

test('an exact number that was corrected is one line, named by what it counts', () => {
  const moved = ['lowest', 'best', 'highest'].map((field) => change('release_count', field, 18, 21, 'Total'))
  expect(changeLines(moved)).toMatchObject([{ what: 'Number (Total)', before: '18', after: '21' }])
})

test('a number of which only the band moved says which end', () => {
  expect(changeLines([change('release_count', 'highest', 52, 53, 'Destination, Lithuania')])).toMatchObject([
    { what: 'Number (Destination, Lithuania), highest number', before: '52', after: '53' },
  ])
})

test('a person who is no longer named is one line by their name, whatever fields the row had', () => {
  const row = [
    change('release_person', 'detainee_id', 14, null, 'Ada Lark'),
    change('release_person', 'destination_state', 'not_stated', null, 'Ada Lark'),
  ]
  expect(changeLines(row)).toMatchObject([{ what: 'Named person taken back (Ada Lark)', values: null }])
})

test('a note that came says what it says', () => {
  const row = [change('event_note', 'kind', null, 'reaction', 'Reaction, Ada Lark'), change('event_note', 'text', null, 'Was glad.', 'Reaction, Ada Lark')]
  expect(changeLines(row)).toMatchObject([{ what: 'Note added (Reaction, Ada Lark)', before: null, after: 'Was glad.' }])
})

test('evidence is counted by its sources, after what else changed', () => {
  const evidence = (id: number) => [
    change('evidence', 'source_id', 21, null, 'SRC-21, A paper', id),
    change('evidence', 'field', 'releaseEvent', null, 'SRC-21, A paper', id),
  ]
  expect(changeLines([...evidence(1), ...evidence(2), change('release_event', 'title', 'Old', 'New')])).toMatchObject([
    { what: 'Title', before: 'Old', after: 'New' },
    { what: 'Evidence taken back: 2 pieces from SRC-21, A paper' },
  ])
})
