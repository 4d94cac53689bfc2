import { articleBasics } from './article-quotes.ts'
import { articleNotes } from './article-notes.ts'
import { articlePeople } from './article-people.ts'
import type { Batch, ReleaseCount } from './batch.ts'
import { destinationOf, exactCount, notStated } from './parts.ts'

const { sourceKey, source, says } = articleBasics

/** What later batches call the article's records. */
export const articleKeys = {
  source: sourceKey,
  releaseEvent: 'article-release-of-123',
  sanctionsAction: 'article-potash-relief',
} as const

const coordinationCentre = 'Ukraine’s Prisoner of War Coordination Centre'
const zelenskyy = 'Volodymyr Zelenskyy, President of Ukraine'

const counts: readonly ReleaseCount[] = [
  exactCount({
    dimension: 'total',
    cell: 'all',
    relation: 'partition',
    best: 123,
    population: 'prisoners',
    state: 'used',
    evidence: [says('F01', 'best', '123'), says('F01', 'population', 'prisoners')],
  }),
  exactCount({
    dimension: 'destination',
    cell: 'UA',
    relation: 'partition',
    best: 114,
    population: 'prisoners',
    saidBy: coordinationCentre,
    state: 'used',
    evidence: [
      says('F10', 'best', '114', coordinationCentre),
      says('F10', 'population', 'prisoners', coordinationCentre),
    ],
  }),
  exactCount({
    dimension: 'destination',
    cell: 'LT',
    relation: 'partition',
    best: 9,
    // The sentence carries "114 prisoners were sent" on: "while nine were transported".
    population: 'prisoners',
    saidBy: coordinationCentre,
    state: 'used',
    evidence: [says('F12', 'best', '9', coordinationCentre), says('F10', 'population', 'prisoners', coordinationCentre)],
  }),
  exactCount({
    dimension: 'nationality',
    cell: 'UA',
    relation: 'overlap',
    best: 5,
    saidBy: zelenskyy,
    state: 'used',
    evidence: [says('F13', 'best', '5', zelenskyy)],
  }),
]

const { detainees, released } = articlePeople

/**
 * What the article says, and only that: it gives no date, no publisher, no legal basis, no
 * charges and no name in Cyrillic. Each value is held to its words in `article-quotes.json`.
 */
export const articleBatch: Batch = {
  author: 'Habeas seed: the article',
  reason: 'The article on the release of 123 prisoners, each value with its words.',
  sources: [source],
  detainees,
  destinations: ['LT', 'UA'].map(destinationOf),
  releaseEvents: [
    {
      key: articleKeys.releaseEvent,
      title: 'Belarus: 123 prisoners released',
      date: notStated,
      country: 'BY',
      basis: 'not_stated',
      summary: null,
      counts,
      people: released,
      notes: articleNotes,
      evidence: [says('F01', 'title'), says('F01', 'country', 'BY')],
    },
  ],
  releaseEventCorrections: [],
  sanctionsActions: [
    {
      key: articleKeys.sanctionsAction,
      authority: 'US',
      agency: null,
      action: 'reported_relief',
      target: null,
      commodity: 'potash',
      instrument: null,
      announced: notStated,
      issued: notStated,
      effective: notStated,
      expires: notStated,
      conditions: null,
      status: 'not_stated',
      refersTo: null,
      evidence: [
        says('F05', 'authority', 'US'),
        says('F05', 'action', 'reported_relief'),
        says('F05', 'commodity', 'potash'),
      ],
    },
  ],
  sanctionsActionCorrections: [],
  releaseSanctions: [
    {
      releaseEvent: articleKeys.releaseEvent,
      sanctionsAction: articleKeys.sanctionsAction,
      relation: 'coincides_with',
      saidBy: null,
      evidence: [says('F03', 'relation', 'coincides_with')],
    },
  ],
}
