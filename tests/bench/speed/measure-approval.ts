import type { ReleaseEventInput } from '#contract/release-event-write.ts'
import { propose, review } from '../../server/desk/support/release.ts'
import { median } from './load.ts'
import { processorTimeOf } from './processor.ts'
import type { WorkDesk } from './work-desk.ts'

/** Milliseconds, of each the middle one of several approvals. */
export type Approval = {
  /** From the reviewer's click to the end of the answer. */
  readonly clock: number
  /** Processor time of the desk meanwhile. */
  readonly processor: number
}

const people = 100
const rounds = 7

const places = ['LT', 'PL', 'DE', 'LV'] as const

/** A release of a hundred people, every second one known to the register, each with a destination and the words that say so. */
const aRelease = (round: number, detainees: number): ReleaseEventInput => ({
  sources: [{ key: 's1', title: `An invented report ${round}`, publisher: 'The Invented Courier', published: '2 March 2024' }],
  title: `Velmaria: ${people} prisoners released, ${round}`,
  date: '1 March 2024',
  country: 'XV',
  basis: 'pardon',
  counts: [
    { dimension: 'total', cell: 'all', best: people, population: 'prisoners', evidence: [{ source: 's1', quote: 'a hundred prisoners walked out' }] },
  ],
  people: Array.from({ length: people }, (_, index) => ({
    ...(index % 2 === 0
      ? { detaineeId: 1 + ((round * 7919 + index * Math.floor(detainees / people)) % detainees) }
      : { newPerson: { name: `Vydumany${round} Person${index}`, sex: 'm' as const } }),
    destination: places[index % places.length] ?? null,
    destinationState: 'arrived' as const,
    evidence: [{ source: 's1', quote: `among them number ${index}` }],
  })),
  links: [],
  notes: [],
  evidence: { title: [], date: [{ source: 's1', quote: 'on the first of March' }], country: [], basis: [], summary: [] },
})

export const measureApproval = async ({ client, door }: WorkDesk, detainees: number): Promise<Approval> => {
  const clock: number[] = []
  const processor: number[] = []
  // The first one prepares statements and compiles code.
  for (let round = 0; round <= rounds; round += 1) {
    const proposed = await propose(client, aRelease(round, detainees))
    const before = processorTimeOf(door.pid)
    const start = performance.now()
    const answer = await review(client, proposed)
    if (round > 0) clock.push(performance.now() - start)
    if (round > 0) processor.push(processorTimeOf(door.pid) - before)
    if (answer.status !== 200) throw new Error(`Approving answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  }
  return { clock: median(clock), processor: median(processor) }
}
