import { expect, test } from 'vitest'
import { QueueName } from '#contract/queues.ts'
import { inChangeset } from '#server/register/changeset.ts'
import { openDesk } from './support/open-desk.ts'
import { aRelease, enter } from './support/release.ts'

/** A release whose every part is well: dated, placed, two sources that agree. */
const sound = aRelease({
  title: 'Sound',
  sources: [
    { key: 's1', title: 'One report' },
    { key: 's2', title: 'Another report' },
  ],
  counts: [
    { dimension: 'total', cell: 'all', best: 5, evidence: [{ source: 's1' }, { source: 's2' }] },
    { dimension: 'destination', cell: 'LV', best: 5, evidence: [{ source: 's1' }] },
  ],
})
const [total, latvia] = sound.counts
if (!total || !latvia) throw new Error('The fixture has a total and a destination')
const person = (name: string) => ({ newPerson: { name }, destination: 'LV', evidence: [{ source: 's1' }] })

test('each queue holds the records it is for, and no other', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const reviewer = await desk.signIn('Rita Reviewer', 'reviewer')
  const events: Record<string, typeof sound> = {
    one_source: { ...sound, sources: [{ key: 's1', title: 'One report' }], counts: [{ ...total, evidence: [{ source: 's1' }] }, latvia] },
    partition: { ...sound, counts: [total, { ...latvia, best: 7 }] },
    more_named: { ...sound, counts: [{ ...total, best: 1 }, { ...latvia, best: 1 }], people: [person('Іна Першая'), person('Іна Другая')] },
    undated: { ...sound, date: 'not stated', evidence: { title: [], date: [], country: [], basis: [], summary: [] } },
    unplaced: { ...sound, counts: [total], people: [] },
    disputed: { ...sound, counts: [total, latvia, { ...total, best: 6, state: 'other' }] },
  }
  await enter(author, reviewer, sound)
  const ids: Record<string, number> = {}
  for (const [name, body] of Object.entries(events)) ids[name] = await enter(author, reviewer, { ...body, title: name })

  const found: Record<string, string[]> = {}
  for (const name of QueueName.options) {
    const { data } = (await author.get(`/queues/${name}`)).body as { data: { kind: string; title: string }[] }
    found[name] = data.filter(({ kind }) => kind === 'release_event').map(({ title }) => title)
  }
  expect(found).toEqual({
    no_source: [],
    one_source: ['one_source'],
    partition: ['partition'],
    more_named: ['more_named'],
    undated: ['undated'],
    unplaced: ['unplaced'],
    unconfirmed: [],
    disputed: ['disputed'],
  })
  const totals = (await author.get('/queues')).body.data as { name: string; total: number }[]
  expect(totals.find(({ name }) => name === 'undated')).toEqual({ name: 'undated', total: 1 })
})

test('someone held whose status nobody confirmed for long waits to be looked at; someone free does not', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const reviewer = await desk.signIn('Rita Reviewer', 'reviewer')
  await enter(author, reviewer)
  const { db } = desk.register
  const setStatus = (status: string, asOf: string | null) =>
    inChangeset(db, { kind: 'correction', author: 'A test', reason: 'To see the queue' }, (open) =>
      open.updateTable('detainee').set({ status, status_as_of_edtf: asOf, status_as_of_earliest: asOf, status_as_of_latest: asOf, status_as_of_basis: asOf === null ? 'not_stated' : 'stated' }).execute(),
    )
  const waiting = async () => (await author.get('/queues/unconfirmed')).body.page.total
  await setStatus('serving_sentence', null)
  expect(await waiting()).toBe(1)
  await setStatus('serving_sentence', new Date().toISOString().slice(0, 10))
  expect(await waiting()).toBe(0)
  await setStatus('serving_sentence', '2020-01-01')
  expect(await waiting()).toBe(1)
  await setStatus('released', '2020-01-01')
  expect(await waiting()).toBe(0)
})
