import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Entered, enterPerson } from '#tests/support/enter-people.ts'
import { write } from '#tests/support/test-register.ts'
import type { Client } from './support/client.ts'
import { openDesk } from './support/open-desk.ts'
import { aPerson } from './support/person.ts'
import { aRelease, enter, review } from './support/release.ts'

const desk = async (...people: Entered[]) => {
  const opened = await openDesk()
  const ids = await write(opened.register, async (db) => {
    const numbers: number[] = []
    for (const person of people) numbers.push(await enterPerson(db, person))
    return numbers
  })
  const by = await opened.signIn('Rita Writer', 'contributor', 'reviewer')
  return { ...opened, ids, by }
}

const queue = async (by: Client, query = '') => {
  for (;;) {
    const { body } = await by.get(`/duplicates${query}`)
    if (!body.looking && body.looked !== null) return body
    await setTimeout(100)
  }
}

const first = { names: ['Іван Выдуманы', 'Ivan Vydumany'], birth: '4 March 1990', arrests: [{ country: 'XV', date: '2 May 2021' }] }

test('a person appears while their name is typed in another spelling, with what agrees and what differs', async () => {
  const { by } = await desk(first)
  const { body } = await by.get(`/duplicates/candidates?name=${encodeURIComponent('Выдуманый Иван')}&birth=1990&country=XV&arrest=3%20June%202022`)
  const [found] = body.data
  expect(found.person.ref).toBe('D-1')
  expect(found.agrees.join(' ')).toContain('Выдуманы')
  expect(found.agrees).toContain('Born: 1990, month not stated; 4 March 1990 (can be one day)')
  expect(found.differs).toEqual(['Arrested: 3 June 2022; 2 May 2021'])
  expect(found.nameOnly).toBe(false)
})

test('a bare same name is said to be no more than that', async () => {
  const { by } = await desk(first)
  const { body } = await by.get('/duplicates/candidates?name=Ivan%20Vydumany')
  expect(body.data[0]).toMatchObject({ nameOnly: true })
  expect(body.data[0].score).toBeLessThanOrEqual(0.82)
  expect((await by.get('/duplicates/candidates?name=Nobody%20Atall')).body.data).toEqual([])
})

test('another day of birth speaks against two people being one, an equal one for it', async () => {
  const same = { names: ['Ivan Vydumany'], birth: '4 March 1990' }
  const other = { names: ['Ivan Vydumany'], birth: '5 April 1971' }
  const { by } = await desk(first, same, other)
  const { data } = await queue(by)
  expect(data.map((pair: { a: { id: number }; b: { id: number } }) => [pair.a.id, pair.b.id])).toEqual([[1, 2]])
  expect(data[0].score).toBeGreaterThan(0.9)
})

test('two people entered with a letter wrong, or surname first, are found in the queue', async () => {
  const { by } = await desk(
    { names: ['Кацярына Прыдуманая'], birth: '1 June 1985' },
    { names: ['Prydumannaya Katsiaryna'], birth: '1985' },
    { names: ['Аляксей Вымысел'], birth: '1979' },
  )
  const { data, looked } = await queue(by)
  expect(data).toHaveLength(1)
  expect([data[0].a.id, data[0].b.id]).toEqual([1, 2])
  expect(looked).toMatchObject({ people: 3, found: 1, kept: 1 })
})

test('“not the same” is kept with its reason and never asked again', async () => {
  const { by, ids } = await desk(first, { ...first, names: ['Ivan Vydumany'] })
  expect((await queue(by)).total).toBe(1)
  const said = await by.post('/duplicates/not-the-same', { a: ids[1], b: ids[0], reason: 'Uncle and nephew, says the family' })
  expect(said.status).toBe(201)
  expect((await queue(by)).total).toBe(0)
  expect((await by.get('/duplicates/candidates?name=Ivan%20Vydumany&of=D-1')).body.data).toEqual([])
  const { body } = await by.get('/detainees/D-1/not-the-same')
  expect(body.data).toMatchObject([{ reason: 'Uncle and nephew, says the family', other: { ref: 'D-2' }, author: 'Rita Writer' }])
  const again = await by.post('/duplicates/not-the-same', { a: ids[0], b: ids[1], reason: 'Once more' })
  expect(again.status).toBe(409)
  expect(again.body.error.message).toContain('Uncle and nephew')
})

test('it stays said of whoever one of them is merged into', async () => {
  const { by, register } = await desk(first, { ...first, names: ['Ivan Vydumany'] }, { ...first, names: ['Іван Выдуманы'] })
  await by.post('/duplicates/not-the-same', { a: 1, b: 2, reason: 'Two cells, one day' })
  await write(register, (db) => db.updateTable('detainee').set({ merged_into: 3 }).where('id', '=', 2).execute())
  const { data } = await queue(by)
  expect(data).toEqual([])
})

test('whoever does not work on the records neither reads the queue nor decides in it', async () => {
  const { signIn } = await desk(first)
  const auditor = await signIn('Ada Auditor', 'auditor')
  expect((await auditor.get('/duplicates')).status).toBe(403)
  expect((await auditor.post('/duplicates/not-the-same', { a: 1, b: 1, reason: 'x' })).status).toBe(403)
})

test('someone entered as new with a reason why they are not a namesake is not asked about again', async () => {
  const opened = await openDesk()
  const author = await opened.signIn('Ada Author', 'contributor')
  const reviewer = await opened.signIn('Rita Reviewer', 'reviewer')
  await enter(author, reviewer)
  const person = { newPerson: { name: 'Іна Выдуманая', differentFrom: [{ detaineeId: 1, reason: 'Another year of birth' }] }, evidence: [] }
  const nobody = { ...person, newPerson: { ...person.newPerson, differentFrom: [{ detaineeId: 99, reason: 'x' }] } }
  const refused = await author.post('/proposals', { kind: 'release_event', reason: 'r', body: aRelease({ people: [nobody] }) })
  expect(refused.body.error.fields).toEqual({ 'body.people.0.newPerson.differentFrom.0.detaineeId': 'There is no person D-99. Leave it out.' })
  await enter(author, reviewer, aRelease({ title: 'Another release', people: [person] }))
  expect((await author.get('/detainees/1/not-the-same')).body.data).toMatchObject([{ reason: 'Another year of birth', author: 'Ada Author', other: { id: 2 } }])
})

test('a person entered, or corrected, with a reason why they are not a namesake is not asked about again', async () => {
  const opened = await openDesk()
  const author = await opened.signIn('Ada Author', 'contributor')
  const reviewer = await opened.signIn('Rita Reviewer', 'reviewer')
  await write(opened.register, async (db) => {
    for (const name of ['Іна Выдуманая', 'Ina Vydumanaja']) await enterPerson(db, { names: [name] })
  })
  const proposing = (more: object) => ({ kind: 'detainee', reason: 'r', ...more })
  const person = { ...aPerson(), differentFrom: [{ detaineeId: 1, reason: 'Another year of birth' }] }
  const nobody = { ...person, differentFrom: [{ detaineeId: 99, reason: 'x' }] }
  const refused = await author.post('/proposals', proposing({ body: nobody }))
  expect(refused.body.error.fields).toEqual({ 'body.differentFrom.0.detaineeId': 'There is nobody else with the number D-99. Leave it out.' })

  const proposed = await author.post('/proposals', proposing({ body: person }))
  expect(proposed.body.warnings).toContain('Said to be somebody else than D-1: Another year of birth')
  const { appliedTo: id } = (await review(reviewer, proposed)).body
  const saidOf = async () => (await author.get(`/detainees/${id}/not-the-same`)).body.data.map(({ reason, other }: { reason: string; other: { id: number } }) => [other.id, reason])
  expect(await saidOf()).toEqual([[1, 'Another year of birth']])

  const { version, body } = (await author.get(`/detainees/${id}/write`)).body
  const again = [{ detaineeId: 1, reason: 'Said twice' }, { detaineeId: 2, reason: 'Another place' }]
  const corrected = proposing({ changeKind: 'correction', recordId: id, baseVersion: version, body: { ...body, occupation: 'headteacher', differentFrom: again } })
  expect((await review(reviewer, await author.post('/proposals', corrected))).status).toBe(200)
  expect(await saidOf()).toEqual([[1, 'Another year of birth'], [2, 'Another place']])
  expect((await author.get(`/duplicates/candidates?name=${encodeURIComponent('Ina Vydumanaya')}&of=D-${id}`)).body.data).toEqual([])
})
