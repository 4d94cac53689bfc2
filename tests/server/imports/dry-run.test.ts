import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportSettings } from '#contract/import-settings.ts'
import { loadKnown } from '#server/imports/check/load-known.ts'
import { dryRun, lookInto } from '#server/imports/dry-run.ts'
import { type Finding, findingOf } from '#server/imports/report.ts'
import { messyList, plantedFaults } from '#tests/support/messy-list.ts'
import { seededRegister, temporaryFolder } from '#tests/support/test-register.ts'

type Settings = ImportSettings

/** What a dry run of this text finds, in one pass; `set` changes what was guessed. */
const findingsIn = async (
  text: string,
  { kind = 'detainees', set = (settings: Settings) => settings, db = null }: { kind?: Settings['kind']; set?: (settings: Settings) => Settings; db?: Parameters<typeof loadKnown>[0] } = {},
) => {
  const file = join(await temporaryFolder(), 'sent.csv')
  await writeFile(file, text)
  const look = await lookInto(file, { kind }, 1e9)
  const settings = set(look.settings)
  const findings: Finding[] = []
  const rows = []
  for await (const { header, row } of dryRun(look.table, settings, await loadKnown(db), '2026-01-01')) {
    rows.push(row)
    for (const problem of row.problems) findings.push(findingOf(settings, header, row.number, problem))
  }
  return { settings, findings, rows }
}

const places = (findings: readonly Finding[]) => findings.map(({ row, column, code }) => [row, column, code])
const withCountry = (settings: Settings): Settings => ({ ...settings, country: 'XV' })

describe('a dry run', () => {
  test('finds the header below a title and guesses every column of a messy list', async () => {
    const { settings } = await findingsIn(messyList, { set: withCountry })
    expect(settings.headerRow).toBe(2)
    expect(settings.columns.map(({ field }) => field)).toEqual(
      ['name', 'birth', 'sex', 'citizenship', 'arrest', 'end', 'place', 'article', 'status', 'occupation'],
    )
  })

  test('locates the twenty faults planted in it, and no other, in one pass', async () => {
    const { findings } = await findingsIn(messyList, { set: withCountry })
    expect(places(findings)).toEqual(plantedFaults)
    expect(findings.every(({ reason }) => reason.length > 20)).toBe(true)
  })

  test('suggests what can be told, and nothing that would be made up', async () => {
    const { findings } = await findingsIn(messyList, { set: withCountry })
    const suggested = (row: number, column: string) => findings.find((one) => one.row === row && one.column === column)?.suggestion
    expect(suggested(6, 'A')).toBe('Таццяна Небывалая')
    expect(suggested(7, 'E')).toBe('2021-03-01')
    expect(suggested(8, 'A')).toBe('Пётр Іванавіч Фальшывы')
    expect(suggested(8, 'E')).toBe('2021-06-21')
    expect(suggested(9, 'E')).toBeNull()
    expect(suggested(9, 'H')).toBe('')
    expect(suggested(10, '')).toBe('row 4')
    expect(suggested(12, 'B')).toBe('1988-02')
    expect(suggested(12, 'D')).toBeNull()
  })

  test('takes the rules of a column: surname first, serials as days, words for nothing, month first', async () => {
    const rules: Partial<Record<string, object>> = {
      name: { nameOrder: 'surname_first' },
      arrest: { serials: '1900', dateOrder: 'month_first' },
      place: { blanks: ['FALSE'] },
    }
    const { findings, rows } = await findingsIn('name,arrested,prison\nВыдуманы Алесь,44256,FALSE\nКазачны Пётр,06/21/2021,x\n', {
      set: (settings) => ({ ...withCountry(settings), columns: settings.columns.map((rule) => ({ ...rule, ...rules[rule.field] })) }),
    })
    expect(findings).toEqual([])
    expect(rows.map(({ value }) => value.kind === 'detainees' && [value.person.names[0]?.text, value.person.detentions[0]?.arrest.edtf, value.person.detentions[0]?.place])).toEqual([
      ['Алесь Выдуманы', '2021-03-01', null],
      ['Пётр Казачны', '2021-06-21', 'x'],
    ])
  })

  test('takes a word for another in a whole column where a rule says so, and still quotes the file', async () => {
    const { findings, rows } = await findingsIn('name;status\nAn Invented;Сядзіць\nOther Invented;сядзіць \n', {
      set: (settings) => ({ ...settings, columns: settings.columns.map((rule) => (rule.field === 'status' ? { ...rule, replace: [{ from: 'сядзіць', to: 'Serving a sentence' }] } : rule)) }),
    })
    expect(findings).toEqual([])
    expect(rows.map(({ value }) => value.kind === 'detainees' && [value.person.status, value.person.evidence[0]?.quote?.text])).toEqual([
      ['serving_sentence', 'Сядзіць'],
      ['serving_sentence', 'сядзіць'],
    ])
  })

  test('reads words of four languages for codes and countries, and keeps the words of the cell as the quote', async () => {
    const { findings, rows } = await findingsIn('ФИО;Пол;Гражданство;Статус;Вид наказания\nИмя Такое;жен;Белоруссия, Літва;отбывает наказание;хатняя хімія\n', { set: withCountry })
    expect(findings).toEqual([])
    const [row] = rows
    if (row?.value.kind !== 'detainees') throw new Error('no person')
    const { person } = row.value
    expect(person).toMatchObject({ sex: 'f', status: 'serving_sentence', citizenships: [{ country: 'BY' }, { country: 'LT' }] })
    expect(person.detentions[0]?.sentences[0]?.kind).toBe('home_confinement')
    expect(person.evidence.find(({ field }) => field === 'status')).toMatchObject({ quote: { text: 'отбывает наказание' }, asserts: 'serving_sentence' })
  })

  test('asks about a person whom the register may know in another spelling, and about no other', async () => {
    const { db } = await seededRegister()
    const { findings } = await findingsIn('name\nМария Колесникова\nNobody Atall\n', { db })
    expect(findings.filter(({ severity }) => severity !== 'Look twice').map(({ row, code, suggestion }) => [row, code, suggestion])).toEqual([[2, 'may_be_known', 'D-2']])
    expect(findings[0]?.reason).toContain('the name in another spelling')
  })

  test('reads release events with their numbers, and asks about one the register may have', async () => {
    const { db } = await seededRegister()
    const known = await db.selectFrom('release_event').select(['title', 'date_edtf']).where('id', '=', 1).executeTakeFirstOrThrow()
    const text = `title;date;country;number released;taken to\nVelmaria: 12 released;1.3.2024;XV;12;LV 5, LT 9\n"${known.title}";${known.date_edtf ?? ''};BY;123;\nNo number;2024;XV;many;LV\n`
    const { findings, rows } = await findingsIn(text, { kind: 'release_events', db })
    expect(places(findings)).toEqual([[2, 'E', 'more_than_total'], [3, '', 'event_known'], [4, 'D', 'not_a_number'], [4, 'E', 'not_a_cell']])
    expect(rows[0]?.value).toMatchObject({ event: { counts: [{ best: 12, dimension: 'total' }, { cell: 'LV', best: 5 }, { cell: 'LT', best: 9 }] } })
  })

  test('finds the event of a released person by number or title, and the same person twice in it', async () => {
    const { db } = await seededRegister()
    const known = await db.selectFrom('release_event').select('title').where('id', '=', 1).executeTakeFirstOrThrow()
    const text = `event;name;destination\nR-1;Уладзімір Выдуманы;Латвия\n"${known.title}";Inventa Novak;LT\nR-999;Other Person;LT\nR-2;;LT\n`
    const { findings, rows } = await findingsIn(text, { kind: 'release_people', db })
    expect(places(findings)).toEqual([[4, 'A', 'unknown_event'], [5, '', 'no_name']])
    expect(rows.map(({ event }) => event)).toEqual(['R-1', 'R-1', null, 'R-2'])
  })
})
