import { describe, expect, test } from 'vitest'
import { drawLanes } from '#contract/charts/draw-lanes.ts'
import { lanesOf, rowsFor } from '#contract/charts/lane-layout.ts'
import { gapWords } from '#contract/charts/link-words.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { LaneAction, LinkedRelease, Links } from '#contract/stats-links.ts'

const none = statedDate(null, 'not_stated')
const release = (id: number, date: string | null): LinkedRelease => ({
  id,
  ref: `R-${id}`,
  title: 'Release',
  date: date === null ? none : statedDate(date, 'stated'),
  country: 'BY',
  reported: null,
})
const action = (id: number, dates: { announced?: string; issued?: string }, authority: LaneAction['authority'] = 'US'): LaneAction => ({
  id,
  ref: `S-${id}`,
  title: 'Action',
  authority,
  action: 'delisting',
  announced: dates.announced === undefined ? none : statedDate(dates.announced, 'stated'),
  issued: dates.issued === undefined ? none : statedDate(dates.issued, 'stated'),
  effective: none,
  expires: none,
  status: 'not_stated',
  refersTo: null,
})
const links: Links = {
  releases: { dated: [release(1, '2025-12-13')], undated: [release(2, null)], leftOut: 0 },
  actions: {
    dated: [action(1, { announced: '2025-12-13', issued: '2025-12-15' }), action(2, { issued: '2025-03' }, 'EU')],
    undated: [action(3, {})],
    leftOut: 0,
  },
  links: [
    { id: 1, releaseEvent: 1, sanctionsAction: 1, relation: 'announced_together', saidBy: 'the envoy', gaps: [] },
    { id: 2, releaseEvent: 2, sanctionsAction: 3, relation: 'denied_link', saidBy: null, gaps: [] },
  ],
  linksLeftOut: 0,
}

test('releases stand above, and each authority has a lane of its own', () => {
  expect(lanesOf(links).map(({ title, items }) => [title, items.length])).toEqual([
    ['Releases', 1],
    ['Sanctions: United States', 1],
    ['Sanctions: European Union', 1],
  ])
})

test('a date known by its month is as long as the month', () => {
  expect(lanesOf(links)[2]?.items[0]?.span).toEqual({ from: '2025-03-01', to: '2025-03-31' })
})

test('signs that would meet stand in rows below each other', () => {
  expect(rowsFor([{ from: 0, to: 5 }, { from: 10, to: 12 }, { from: 40, to: 40 }], 18)).toEqual([0, 1, 0])
})

describe('the picture', () => {
  const drawing = drawLanes(links, 800)
  const texts = drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

  test('has what has no date in a lane of its own', () => {
    expect(texts).toContain('Without a date')
    expect(drawing.spots.find(({ key }) => key === 'R-2')?.label).toBe('R-2 Release: not stated')
  })

  test('words each link as the source does and says who says so', () => {
    expect(texts.join(' ')).toContain('R-1 and S-1: announced together, says the envoy')
    expect(texts.join(' ')).toContain('R-2 and S-3: a link is denied; who says so is not stated')
  })

  test('reads out every release, action and link', () => {
    expect(drawing.spots.map(({ key }) => key)).toEqual(['R-1', 'S-1', 'S-2', 'R-2', 'S-3', 'link 1', 'link 2'])
  })
})

test.each([
  [0, 0, 'issued the same day'],
  [3, 3, 'issued 3 days after the release'],
  [-1, -1, 'issued 1 day before the release'],
  [-9, -5, 'issued 5 to 9 days before the release'],
  [-2, 4, 'issued between 2 days before and 4 days after the release'],
  [7, null, 'issued at least 7 days after the release'],
] as const)('a gap of %s to %s days reads “%s”', (lowest, highest, words) => {
  expect(gapWords({ to: 'issued', lowest, highest })).toBe(words)
})
