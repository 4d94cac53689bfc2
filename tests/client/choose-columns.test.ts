import { expect, test } from 'vitest'
import { chosenColumns, toggledColumns, withoutColumns } from '#client/components/table/choose-columns.ts'
import { readSearch } from '#client/lib/search-params.ts'
import { detaineesSearch } from '#client/features/detainees/detainees.search.ts'

const all = ['name', 'status', 'born', 'released'].map((key) => ({ key }))
const defaults = ['status', 'released']
const shownBy = (columns?: string[]) => chosenColumns(all, columns, defaults)
const keys = (columns: readonly { key: string }[]) => columns.map(({ key }) => key)

test('a table shows its usual columns until some are chosen, and the one that names the row always', () => {
  expect(keys(shownBy())).toEqual(['name', 'status', 'released'])
  expect(keys(shownBy(['released', 'born']))).toEqual(['name', 'born', 'released'])
  expect(keys(shownBy(['name']))).toEqual(['name'])
})

test('a column put in or taken out is said in the address; the usual ones need no saying', () => {
  expect(toggledColumns(all, shownBy(), 'born', defaults)).toBe('status,born,released')
  expect(toggledColumns(all, shownBy(['status', 'born', 'released']), 'born', defaults)).toBeUndefined()
  expect(toggledColumns(all, shownBy(['born']), 'born', defaults)).toBe('name')
})

test('the API is not told of columns, and the list stays where it is', () => {
  expect(withoutColumns({ columns: 'born', sort: 'name', cursor: 'abc' })).toEqual({ sort: 'name', cursor: 'abc' })
})

test('a link with a column that the list does not have opens without it and says so', () => {
  const { kept, dropped } = readSearch(detaineesSearch, { columns: 'shoe-size', status: 'released' })
  expect(kept).toEqual({ status: 'released' })
  expect(dropped).toEqual([{ name: 'columns', value: 'shoe-size', reason: 'This is not one of its values.' }])
})
