import type { ReleaseEventInput } from '#contract/release-event-write.ts'
import type { Answer, Client } from './client.ts'

/** An invented release, as the form sends it. */
export const aRelease = (more: Partial<ReleaseEventInput> = {}): ReleaseEventInput => ({
  sources: [{ key: 's1', title: 'An invented report', publisher: 'The Invented Courier', published: '2 March 2024' }],
  title: 'Velmaria: 12 prisoners released',
  date: '1 March 2024',
  country: 'XV',
  basis: 'pardon',
  counts: [
    {
      dimension: 'total',
      cell: 'all',
      best: 12,
      population: 'prisoners',
      evidence: [{ source: 's1', quote: 'twelve prisoners walked out' }],
    },
    { dimension: 'destination', cell: 'LV', best: 5, evidence: [{ source: 's1', quote: 'five were taken to Latvia' }] },
  ],
  people: [
    {
      newPerson: { name: 'Іна Выдуманая', lang: 'be', sex: 'f' },
      destination: 'LV',
      destinationState: 'arrived',
      evidence: [{ source: 's1', quote: 'among them Ina Vydumanaya, now in Riga' }],
    },
  ],
  links: [],
  notes: [{ kind: 'reaction', saidBy: 'A neighbour', text: 'They came home.', evidence: [{ source: 's1' }] }],
  evidence: { title: [], date: [{ source: 's1', quote: 'on the first of March' }], country: [], basis: [], summary: [] },
  ...more,
})

export const aProposal = (body: unknown = aRelease(), more: Record<string, unknown> = {}) => ({
  kind: 'release_event',
  reason: 'Reported by the Courier',
  body,
  ...more,
})

/** Proposes and gives the answer's proposal. Throws with the answer when it was refused. */
export const propose = async (by: Client, body: unknown = aRelease(), more: Record<string, unknown> = {}): Promise<Answer> => {
  const answer = await by.post('/proposals', aProposal(body, more))
  if (answer.status !== 201) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

export const review = (by: Client, proposal: Answer, decision = 'approve', reason = ''): Promise<Answer> =>
  by.post(`/reviews/${proposal.body.id}`, { decision, reason }, { 'if-match': proposal.headers.get('etag') ?? '' })

/** Proposes, approves, and gives the number of the record. */
export const enter = async (by: Client, reviewer: Client, body: unknown = aRelease()): Promise<number> => {
  const answer = await review(reviewer, await propose(by, body))
  if (answer.status !== 200) throw new Error(`not approved: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.appliedTo
}
