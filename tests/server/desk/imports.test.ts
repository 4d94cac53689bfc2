import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { ImportSettings } from '#contract/import-settings.ts'
import { recordTables } from '#server/db/records.ts'
import { checkRows } from '#server/desk/imports/check-import.ts'
import { verifyRegister } from '#server/register/verify.ts'
import { messyList, plantedFaults } from '#tests/support/messy-list.ts'
import { change, settled, upload, uploadAndCheck, versionOf } from './support/imports.ts'
import { type Desk, openDesk } from './support/open-desk.ts'
import { propose, review } from './support/release.ts'

const openOne = async () => {
  const desk = await openDesk({ seeded: true })
  return { desk, author: await desk.signIn('Ada Author', 'contributor'), reviewer: await desk.signIn('Rita Reviewer', 'reviewer') }
}

const rowsIn = (desk: Desk): Record<string, number> =>
  Object.fromEntries(recordTables.map((table) => [table, Number(desk.register.raw.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get())]))

/** Every row of every record table. */
const contentsOf = (desk: Desk): Record<string, unknown[]> =>
  Object.fromEntries(recordTables.map((table) => [table, desk.register.raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]))

describe('an import', () => {
  test('of a messy list: twenty located problems, corrected row by row, proposed as one, approved as one changeset, undone as a whole', async () => {
    const { desk, author, reviewer } = await openOne()
    const before = rowsIn(desk)
    const contents = contentsOf(desk)
    const checked = await uploadAndCheck(desk, author, messyList)
    const { id } = checked.body
    expect(checked.body.message).toBeNull()
    const { data } = (await author.get(`/imports/${id}/rows`)).body
    const found = data.flatMap(({ row, problems }: { row: number; problems: { column: number | null; code: string }[] }) =>
      problems.map(({ column, code }) => [row, column === null ? '' : String.fromCharCode(65 + column), code]),
    )
    expect(found).toEqual(plantedFaults)
    expect(rowsIn(desk)).toEqual(before)

    const put = (row: number, body: unknown) => change(author, id, 'put', `/rows/${row}`, body)
    const answer = (problem: string, how: string) => change(author, id, 'post', '/answers', { problem, answer: how })
    for (const code of ['homoglyphs', 'excel_serial', 'surname_first', 'month_first', 'blank_word', 'spreadsheet_error']) await answer(code, 'take_suggestion')
    const twins = data.flatMap(({ row, problems }: { row: number; problems: { code: string; suggestion: string | null }[] }) =>
      problems.flatMap(({ code, suggestion }) => (code === 'same_person_twice' ? [{ row, is: suggestion }] : [])),
    )
    expect(twins).toHaveLength(1)
    for (const { row, is } of twins) await put(row, { person: { is, reason: '' } })
    await put(9, { fix: { column: 4, value: '7.7.2021' } })
    await put(11, { person: { is: 'new', reason: 'Another birth' } })
    await put(12, { fix: { column: 1, value: '28.2.1988' } })
    await put(12, { fix: { column: 3, value: 'Velmaria' } })
    await put(13, { fix: { column: 5, value: '' } })
    await put(13, { fix: { column: 8, value: 'у калоніі' } })
    await put(14, { fix: { column: 6, value: 'Астрэл' } })
    await put(15, { leftOut: true })
    await put(16, { fix: { column: 4, value: '1.1.2021' } })
    await put(17, { fix: { column: 2, value: 'м' } })
    await put(17, { fix: { column: 4, value: '' } })
    const ready = await change(author, id, 'post', '/check', {})
    expect(ready.body.counts.states).toEqual({ fine: 14, warning: 0, question: 0, error: 0, left_out: 1 })

    const submitted = await change(author, id, 'post', '/submit', { reason: 'The committee’s list' })
    expect(submitted.body).toMatchObject({ state: 'submitted', message: null, mayEdit: false })
    expect(existsSync(join(desk.config.dataDir, 'imports', `${id}.sent`))).toBe(false)
    const proposal = await reviewer.get(`/proposals/${submitted.body.proposalId}`)
    expect(proposal.body).toMatchObject({ kind: 'import', state: 'waiting', title: 'Import of Спіс.csv' })
    const approved = await review(reviewer, proposal)
    expect([approved.status, approved.body.state, approved.body.notApplied]).toEqual([200, 'approved', null])

    const after = rowsIn(desk)
    expect(after.detainee).toBe((before.detainee ?? 0) + 13)
    expect(after.source).toBe((before.source ?? 0) + 1)
    const changesets = desk.register.raw.prepare("SELECT author, reviewer, reason FROM changeset WHERE kind = 'import'").all()
    expect(changesets).toEqual([{ author: 'Ada Author', reviewer: 'Rita Reviewer', reason: 'The committee’s list' }])
    const twice = desk.register.raw.prepare("SELECT detainee_id FROM detainee_name WHERE text = 'Марыя Неіснуючая'").pluck().all()
    expect(twice).toHaveLength(1)
    const said = desk.register.raw
      .prepare("SELECT quote, asserts FROM evidence WHERE record_table = 'detention' AND field = 'arrest' AND asserts = '2021-03-01'")
      .all()
    expect(said).toContainEqual({ quote: '1 сакавіка 2021', asserts: '2021-03-01' })
    expect((await verifyRegister(desk.register.raw, desk.config)).findings).toEqual([])
    const rows = (await author.get(`/imports/${id}/rows`)).body.data
    expect(rows[0].record).toMatch(/^D-\d+$/)

    const changeset = desk.register.raw.prepare("SELECT id FROM changeset WHERE kind = 'import'").pluck().get()
    const undo = await author.post('/proposals', { kind: 'undo', changeKind: 'correction', reason: 'The wrong list', body: { act: 'undo', changeset } })
    expect(undo.status).toBe(201)
    const undone = await review(reviewer, undo)
    expect([undone.status, undone.body.state, undone.body.notApplied]).toEqual([200, 'approved', null])
    expect(contentsOf(desk)).toEqual(contents)
    expect((await verifyRegister(desk.register.raw, desk.config)).findings).toEqual([])
  })

  test('lets the rows that are fine go ahead without the others, and keeps nothing of what is left out', async () => {
    const { desk, author } = await openOne()
    const checked = await uploadAndCheck(desk, author, 'name;sex;phone\nFine Person;f;+375 secret\nNobody Else;planet;+375 hidden\n')
    const { id } = checked.body
    const refused = await change(author, id, 'post', '/submit', { reason: 'All of it' })
    expect(refused.body).toMatchObject({ state: 'checked', message: expect.stringContaining('1 row cannot go in yet') })
    const submitted = await change(author, id, 'post', '/submit', { reason: 'Those that are fine', leaveOutOthers: true })
    expect(submitted.body).toMatchObject({ state: 'submitted', counts: { states: { left_out: 1 } } })
    const kept = JSON.stringify(desk.register.raw.prepare('SELECT * FROM import_row').all())
    expect(kept).toContain('Fine Person')
    for (const gone of ['secret', 'hidden', 'Nobody Else']) expect(kept).not.toContain(gone)
  })

  test('counts no check that was stopped: what goes in is what was found after it', async () => {
    const { desk, author } = await openOne()
    const checked = await uploadAndCheck(desk, author, 'name;sex\nOne-Worded;f\nFine Person;f\n')
    const { id } = checked.body
    const settings = ImportSettings.parse(checked.body.settings)
    const problem = (await author.get(`/imports/${id}/rows`)).body.data[0].problems[0].code
    const stopped = checkRows(desk.register.db, id, settings, { problem, answer: 'leave_out' }, (_what, done) => {
      if (done > 0) throw new Error('stopped')
    })
    await expect(stopped).rejects.toThrow('stopped')
    const submitted = await change(author, id, 'post', '/submit', { reason: 'The rest of it' })
    expect(submitted.body).toMatchObject({ state: 'submitted', counts: { states: { fine: 1, left_out: 1 } } })
  })

  test('adds to a person of the register what is not stated there, and evidence where the list says otherwise', async () => {
    const { desk, author, reviewer } = await openOne()
    const { db } = desk.register
    const detaineeOf = () => db.selectFrom('detainee').where('id', '=', 2).selectAll().executeTakeFirstOrThrow()
    const before = await detaineeOf()
    const checked = await uploadAndCheck(desk, author, `name;sex;status;occupation;arrested\nМария Колесникова;m;released;Invented trade;1.2.2020\n`)
    const { id } = checked.body
    await change(author, id, 'put', '/rows/2', { person: { is: 'D-2', reason: 'The same person' } })
    const submitted = await change(author, id, 'post', '/submit', { reason: 'More of her' })
    const approved = await review(reviewer, await reviewer.get(`/proposals/${submitted.body.proposalId}`))
    expect(approved.body.state).toBe('approved')
    const after = await detaineeOf()
    expect(after.sex).toBe(before.sex === 'not_stated' ? 'm' : before.sex)
    expect(after.status).toBe(before.status === 'unknown' ? 'released' : before.status)
    const names = await db.selectFrom('detainee_name').where('detainee_id', '=', 2).select(['text', 'kind']).execute()
    expect(names).toContainEqual({ text: 'Мария Колесникова', kind: 'also_known_as' })
    const claims = await db.selectFrom('evidence').where('record_table', '=', 'detainee').where('record_id', '=', 2).where('field', '=', 'sex').select('asserts').execute()
    expect(claims).toContainEqual({ asserts: 'm' })
    expect(await db.selectFrom('detention').where('detainee_id', '=', 2).where('country', '=', 'XV').selectAll().execute()).toHaveLength(1)
  })

  test('remembers that a row is about another person than the register knew', async () => {
    const { desk, author, reviewer } = await openOne()
    const { id } = (await uploadAndCheck(desk, author, 'name\nМария Колесникова\n')).body
    await change(author, id, 'put', '/rows/2', { person: { is: 'new', reason: 'Born in another town' } })
    const submitted = await change(author, id, 'post', '/submit', { reason: 'A namesake' })
    await review(reviewer, await reviewer.get(`/proposals/${submitted.body.proposalId}`))
    const made = (await author.get(`/imports/${id}/rows`)).body.data[0].record
    expect(await desk.register.db.selectFrom('duplicate_verdict').select(['a_id', 'b_id', 'reason', 'author']).execute()).toEqual([
      { a_id: 2, b_id: Number(made.slice(2)), reason: 'Born in another town', author: 'Ada Author' },
    ])
  })

  test('of released people puts them into the events they name, each with their destination', async () => {
    const { desk, author, reviewer } = await openOne()
    const checked = await uploadAndCheck(desk, author, 'event;name;destination;state of journey\nR-3;Invented Novak;LV;arrived\nR-3;Another Nobody;;refused\n', 'release_people')
    expect(checked.body.counts.states).toMatchObject({ fine: 2 })
    const submitted = await change(author, checked.body.id, 'post', '/submit', { reason: 'A list of names' })
    await review(reviewer, await reviewer.get(`/proposals/${submitted.body.proposalId}`))
    const { people } = (await reviewer.get('/release-events/3')).body
    expect(people.map((person: { detainee: { name: string | null }; destination: string | null; destinationState: string }) => [person.detainee.name, person.destination, person.destinationState])).toEqual(
      expect.arrayContaining([['Invented Novak', 'LV', 'arrived'], ['Another Nobody', null, 'refused_departure']]),
    )
  })

  test('is worked on by its author only, in the version they saw, and by one task at a time', async () => {
    const { desk, author } = await openOne()
    const other = await desk.signIn('Olga Other', 'contributor')
    const { id } = (await uploadAndCheck(desk, author, 'name\nSome Body\n')).body
    const now = await settled(author, id)
    expect((await other.put(`/imports/${id}/rows/2`, { leftOut: true }, versionOf(now))).status).toBe(403)
    expect((await author.put(`/imports/${id}/rows/2`, { leftOut: true }, { 'if-match': '"1"' })).status).toBe(412)
    expect((await author.put(`/imports/${id}/rows/99`, { leftOut: true }, versionOf(now))).status).toBe(404)
    const both = await Promise.all([1, 2].map(() => author.post(`/imports/${id}/check`, {}, versionOf(now))))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await settled(author, id)
  })

  test('that cannot be read says why and where; one that is discarded leaves nothing', async () => {
    const { desk, author } = await openOne()
    const sent = await upload(desk, author, 'name,place\nA,"never closed\n')
    const looked = await settled(author, sent.body.id)
    expect(looked.body.message).toMatch(/opened on line 2 is never closed/)
    const again = await upload(desk, author, 'name\nSomeone Here\n')
    await settled(author, again.body.id)
    const gone = await change(author, again.body.id, 'post', '/discard', {})
    expect(gone.body).toMatchObject({ state: 'closed', settings: null, preview: null })
    expect(existsSync(join(desk.config.dataDir, 'imports', `${again.body.id}.sent`))).toBe(false)
    expect(desk.register.raw.prepare('SELECT COUNT(*) FROM import_row').pluck().get()).toBe(0)
  })

  test('rests on a source that is on record, where one is named; one that is not there is refused', async () => {
    const { desk, author, reviewer } = await openOne()
    const list = 'Name,Born\nАнна Выдуманая,1990\n'
    const { id, settings } = (await uploadAndCheck(desk, author, list)).body
    const naming = (source: number) => change(author, id, 'put', '', { settings: { ...settings, country: 'XV', source: { key: 's1', id: source } }, check: true })
    const refused = await naming(999)
    expect([refused.status, refused.body.error.fields]).toEqual([400, { 'settings.source': 'There is no source SRC-999. Choose another.' }])
    const before = rowsIn(desk)
    await naming(1)
    const { body: submitted } = await change(author, id, 'post', '/submit', { reason: 'From a list on record' })
    const proposal = await reviewer.get(`/proposals/${submitted.proposalId}`)
    expect(proposal.body.changes.map(({ label }: { label: string }) => label)).toContain('Source, on record already')
    expect((await review(reviewer, proposal)).body.notApplied).toBeNull()
    const after = rowsIn(desk)
    expect([after.source, after.detainee]).toEqual([before.source, Number(before.detainee) + 1])
    const sources = desk.register.raw.prepare("SELECT DISTINCT source_id FROM evidence WHERE quote = 'Анна Выдуманая'").pluck().all()
    expect(sources).toEqual([1])
  })

  test('gives its report as a CSV file that no spreadsheet runs, and keeps a profile by source', async () => {
    const { desk, author } = await openOne()
    const { body } = await uploadAndCheck(desk, author, 'name;prison\nSome Body;=HYPERLINK("x")\n')
    const report = await author.get(`/imports/${body.id}/report`)
    expect(report.headers.get('content-type')).toContain('text/csv')
    expect(report.body).toContain(`2,B,prison,Place of detention,Must be corrected,formula,"'=HYPERLINK(""x"")"`)
    const saved = await author.post('/import-profiles', { name: 'The committee', settings: body.settings })
    expect(saved.status).toBe(201)
    expect((await author.get('/import-profiles')).body.data).toMatchObject([{ name: 'The committee', settings: { kind: 'detainees' } }])
  })

  test('that is being entered keeps nobody from reading, and asks who writes to try again', async () => {
    const { desk, author, reviewer } = await openOne()
    const proposal = await propose(author)
    const old = new Date(Date.now() - 5 * 60_000).toISOString()
    await desk.register.db.updateTable('account_session').set({ updatedAt: old }).execute()
    const other = new Database(join(desk.config.dataDir, 'register.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    try {
      expect((await reviewer.get('/release-events')).status).toBe(200)
      expect((await reviewer.get('/proposals')).status).toBe(200)
      expect((await review(reviewer, proposal)).status).toBe(503)
    } finally {
      other.exec('ROLLBACK')
      other.close()
    }
    expect((await review(reviewer, proposal)).status).toBe(200)
  })

  test('that was returned can be worked on and submitted again as the same proposal', async () => {
    const { desk, author, reviewer } = await openOne()
    const { id } = (await uploadAndCheck(desk, author, 'name\nReturned Person\n')).body
    const submitted = await change(author, id, 'post', '/submit', { reason: 'First try' })
    const proposal = await reviewer.get(`/proposals/${submitted.body.proposalId}`)
    await review(reviewer, proposal, 'return', 'Which list is this?')
    const reopened = await change(author, id, 'post', '/reopen', {})
    expect(reopened.body).toMatchObject({ state: 'checked', mayEdit: true })
    const again = await change(author, id, 'post', '/submit', { reason: 'Second try, with the list named' })
    expect(again.body.proposalId).toBe(submitted.body.proposalId)
  })
})
