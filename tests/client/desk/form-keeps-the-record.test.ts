import { describe, expect, test } from 'vitest'
import { bodyFromDraft } from '#client/features/release-event-form/body-from-draft.ts'
import { mapEvidence, withRowChanged } from '#client/features/release-event-form/change-draft.ts'
import { newSource, withSourceAdded, withSourceRemoved } from '#client/components/entry/source-draft.ts'
import { draftFromBody } from '#client/features/release-event-form/draft-from-body.ts'
import type { KnownRecords } from '#client/features/release-event-form/known-records.ts'
import { changesNothing } from '#client/components/entry/check-draft.ts'
import { keptForm } from '#client/components/entry/kept-form.ts'
import { overtaken } from '#client/components/entry/overtaken-values.ts'
import { countValues } from '#client/features/release-event-form/stated-values.ts'
import { releaseEventForm } from '#client/features/release-event-form/release-event.form.ts'
import { emptyDraft, newCount, newPerson } from '#client/features/release-event-form/new-rows.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'

const nothingKnown: KnownRecords = { people: new Map(), actions: new Map(), sources: new Map() }
const correction = { changeKind: 'correction', reason: 'A test' } as const

/** An event as the register hands it to the form: values with one source, with two, and with what a source says instead. */
const recorded = ReleaseEventWrite.parse({
  sources: [
    { key: 's1', id: 1, title: 'A paper' },
    { key: 's2', id: 2, title: 'Another' },
  ],
  title: 'Velmaria: 52 released',
  date: 'about June 2025',
  country: 'XV',
  summary: 'Fifty-two were released.',
  counts: [
    {
      id: 10,
      dimension: 'total',
      cell: 'all',
      best: 52,
      population: 'prisoners',
      evidence: [
        { id: 100, source: 's1', quote: '52 prisoners', asserts: '52' },
        { id: 101, field: 'population', source: 's1', quote: '52 prisoners', asserts: 'prisoners' },
        { id: 102, source: 's2', quote: 'some fifty', asserts: '50 or so' },
        { id: 103, field: 'lowest', source: 's2', quote: null, asserts: null },
      ],
    },
    { id: 11, dimension: 'destination', cell: 'LT', qualifier: 'about', best: 40, lowest: 38, highest: 41 },
  ],
  people: [
    {
      id: 20,
      detaineeId: 7,
      destination: 'LT',
      destinationState: 'arrived',
      restrictions: 'May not leave the city.',
      onwardCountry: 'PL',
      onward: 'March 2026',
      evidence: [
        { id: 110, source: 's1', quote: 'Ivan came to Lithuania', asserts: 'named among those released' },
        { id: 111, field: 'destination', source: 's1', quote: 'Ivan came to Lithuania', asserts: 'LT' },
        { id: 112, field: 'restrictions', source: 's1', quote: 'he may not leave the city', asserts: null },
        { id: 113, field: 'onwardCountry', source: 's2', quote: 'later in Poland', asserts: 'PL' },
        { id: 114, field: 'onward', source: 's2', quote: 'in March', asserts: '2026-03' },
      ],
    },
  ],
  links: [{ id: 30, sanctionsActionId: 3, relation: 'coincides_with', evidence: [{ id: 120, source: 's2' }] }],
  notes: [{ id: 40, kind: 'reaction', text: 'Glad.', saidBy: 'A mother', evidence: [] }],
  evidence: {
    title: [],
    date: [{ id: 130, source: 's1', quote: 'around June', asserts: '2025-06~' }],
    country: [],
    basis: [],
    summary: [{ id: 131, source: 's1', quote: 'were released' }],
  },
})

const read = (draft: Parameters<typeof bodyFromDraft>[0]) => {
  const { body, findings } = bodyFromDraft(draft)
  expect([...findings.problems]).toEqual([])
  return ReleaseEventWrite.parse(body)
}

const inOrder = <Item extends { id: number | null }>(items: readonly Item[]) =>
  items.toSorted((a, b) => (a.id ?? 0) - (b.id ?? 0))

describe('a record that is opened in the form', () => {
  test('comes out as it went in, evidence and all', () => {
    const out = read(draftFromBody(recorded, nothingKnown, correction))
    const sorted = (body: ReleaseEventWrite) => ({
      ...body,
      sources: body.sources.map(({ key, id }) => ({ key, id })),
      counts: body.counts.map((row) => ({ ...row, evidence: inOrder(row.evidence) })),
      people: body.people.map((row) => ({ ...row, evidence: inOrder(row.evidence) })),
    })
    expect(sorted(out)).toEqual(sorted(recorded))
  })

  test('keeps what a source said when the value is changed, until someone says otherwise', () => {
    const draft = draftFromBody(recorded, nothingKnown, correction)
    const total = draft.counts[0]
    if (total === undefined) throw new Error('no total')
    const changed = withRowChanged(draft, 'counts', total.uid, { best: '53' })
    expect(inOrder(read(changed).counts[0]?.evidence ?? [])[0]?.asserts).toBe('52')
    const told = withRowChanged(changed, 'counts', total.uid, {
      evidence: total.evidence.map((item) => ({ ...item, onRecord: {} })),
    })
    expect(inOrder(read(told).counts[0]?.evidence ?? [])[0]?.asserts).toBe('53')
  })
})

test('a draft that was kept before the form asked what came after a release opens, and says nothing of it', () => {
  const draft = draftFromBody(recorded, nothingKnown, correction)
  const { restrictions: _r, onwardCountry: _c, onward: _o, ...older } = draft.people[0] ?? newPerson({ newName: 'Іван' })
  const { restrictions: _br, onwardCountry: _bc, onward: _bo, ...olderRow } = recorded.people[0] ?? {}
  const form = {
    title: 'A draft',
    draft: { ...draft, people: [older] },
    start: { base: { recordId: 5, baseVersion: 1 }, body: { ...recorded, people: [olderRow] }, editing: null },
  }
  const kept = keptForm(releaseEventForm, form)
  expect(kept?.start.body?.people[0]).toMatchObject({ restrictions: null, onwardCountry: null, onward: 'not stated' })
  expect(kept && read(kept.draft).people[0]).toMatchObject({ destination: 'LT', restrictions: null, onwardCountry: null, onward: 'not stated' })
})

test('the day of an onward transfer without its country is refused, with what to do', () => {
  const { error } = ReleaseEventWrite.safeParse({ ...recorded, people: [{ detaineeId: 7, onward: 'March 2026', evidence: [] }] })
  expect(error?.issues).toMatchObject([{ path: ['people', 0, 'onwardCountry'], message: 'Name the country they went on to, or empty the date.' }])
})

describe('a new release', () => {
  const source = newSource([], { title: 'A paper' })
  const entered = {
    ...withSourceAdded(emptyDraft(), source),
    title: 'Velmaria: 12 released',
    date: '3 February 2026',
    country: 'Velmaria (invented)',
  }

  test('cites the main source for each value that is stated, and none for what is not', () => {
    const body = read({ ...entered, people: [newPerson({ newName: 'Іван' })] })
    expect(body.evidence.date).toMatchObject([{ source: 'n1', asserts: '2026-02-03', quote: null }])
    expect(body.evidence.country).toMatchObject([{ source: 'n1', asserts: 'XV' }])
    expect(body.evidence.basis).toEqual([])
    expect(body.people[0]?.evidence).toMatchObject([{ source: 'n1', field: null }])
    expect(body.counts).toEqual([])
  })

  test('takes a number grouped by thousands, and refuses one that is none in words a person can act on', () => {
    const withTotal = (best: string) => bodyFromDraft({ ...entered, counts: [newCount('total', { best })] })
    expect(withTotal('1,234').body.counts[0]?.best).toBe(1234)
    expect(withTotal('12x').findings.problems.get('counts.0.best')).toBe(
      '“12x” is not a whole number. Type digits alone, for example 123.',
    )
    expect(withTotal('-3').findings.problems.get('counts.0.best')).toBe('A count cannot be below zero.')
  })

  test('names the country that is none, and the row it stands in', () => {
    const { findings } = bodyFromDraft({ ...entered, counts: [newCount('destination', { cell: 'Lithunia', best: '3' })] })
    const { fields } = findings.onPage(findings.problems)
    expect(fields).toMatchObject([
      { label: 'Destination Lithunia: what is counted', message: 'No country is called “Lithunia”. Choose one from the list.' },
    ])
  })

  test('asks for another source where one with words is taken out, instead of giving them to the next', () => {
    const second = newSource([source], { title: 'Another' })
    const two = withSourceAdded(entered, second)
    const quoted = { ...two, evidence: { ...two.evidence, date: two.evidence.date.map((item) => ({ ...item, quote: 'on the third' })) } }
    const left = withSourceRemoved(quoted, source.uid, mapEvidence)
    expect(left.evidence.date[0]?.source).toBe('')
    expect(left.evidence.country[0]?.source).toBe('main')
    expect(left.mainSource).toBe('n2')
  })

  test('does not lose a name that was typed and not chosen', () => {
    const { findings } = bodyFromDraft({ ...entered, finders: { ...entered.finders, people: 'Kolesn' } })
    expect(findings.problems.get('finders.people')).toBe('Choose a person from the list, add a new one, or empty this box.')
  })

  test('lists what is wrong from the top of the form to its end, the server’s words in the same places', () => {
    const { findings } = bodyFromDraft({ ...entered, counts: [newCount('total', { best: '12' })], people: [newPerson({ newName: 'Іван' })] })
    const { fields, rest } = findings.onPage([
      ['reason', 'Say why.'],
      ['people.0.evidence.0.quote', 'Too long.'],
      ['counts.0.best', 'Too large.'],
      ['evidence.date.0.source', 'Choose one.'],
      ['elsewhere', 'What is this?'],
    ])
    expect(fields.map(({ label }) => label)).toEqual(['Date: source', 'Total: number', 'Іван: quote', 'Reason for this change'])
    expect(rest).toEqual(['elsewhere: What is this?'])
  })
})

describe('a correction', () => {
  const start = { draft: draftFromBody(recorded, nothingKnown, correction), base: { recordId: 1, baseVersion: 5 }, body: recorded, editing: null }

  test('that changes nothing is seen to, whatever reason is given; one that changes a number is not', () => {
    expect(changesNothing(releaseEventForm, { ...start.draft, reason: 'Another reason' }, start)).toBe(true)
    const total = start.draft.counts[0]
    if (total === undefined) throw new Error('no total')
    expect(changesNothing(releaseEventForm, withRowChanged(start.draft, 'counts', total.uid, { best: '53' }), start)).toBe(false)
    expect(changesNothing(releaseEventForm, { ...start.draft, changeKind: 'retraction' }, start)).toBe(false)
  })

  test('of a number with a source on record asks what that source says', () => {
    const total = start.draft.counts[0]
    const piece = total?.evidence[0]
    if (total === undefined || piece === undefined) throw new Error('no evidence')
    expect(overtaken(piece, countValues(total))).toEqual([])
    expect(overtaken(piece, countValues({ ...total, best: '53' }))).toEqual(['best'])
  })
})
