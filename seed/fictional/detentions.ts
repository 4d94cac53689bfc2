import { endReasonLabels, sentenceKindLabels } from '#contract/codes.ts'
import type { Charge, Detention, Recognition, Sentence } from '../detainee.ts'
import { notStated } from '../parts.ts'
import { someDate } from './dates.ts'
import { inTurn, type Random } from './random.ts'
import type { Cite } from './sources.ts'

const articles = ['130-1', '193', '203-2', '342', '361-1', '361-4', '368', '369', '411']
const codes = ['Criminal Code of Velmaria', 'Code of Offences of Velmaria', null]
const places = ['Colony No. 4, Ostrel', 'Remand prison, Dravna', 'Colony No. 9, Tulma', null]
const authorities = ['Committee of Public Order', 'Dravna city court', null]
const kinds = Object.keys(sentenceKindLabels) as (keyof typeof sentenceKindLabels)[]
const reasons = Object.keys(endReasonLabels) as (keyof typeof endReasonLabels)[]

const charges = (turn: number, random: Random, cite: Cite): readonly Charge[] =>
  Array.from({ length: turn % 3 }, (_, index) => {
    const article = inTurn(articles, turn + index * 4)
    return {
      article,
      codeOfLaw: random.pick(codes),
      text: random.chance(0.2) ? 'Invented charge of taking part in a gathering.' : null,
      evidence: [cite('article', article)],
    }
  })

const sentences = (year: number, turn: number, random: Random, cite: Cite): readonly Sentence[] => {
  if (turn % 4 === 3) return []
  const years = random.int(1, 15)
  const kind = inTurn(kinds, Math.floor(turn / 4))
  const hasLength = kind === 'imprisonment' || kind === 'open_facility' || kind === 'home_confinement'
  return [
    {
      kind,
      lengthText: hasLength ? `${years} years` : null,
      lengthDays: hasLength && turn % 2 === 0 ? years * 365 : null,
      sentenced: someDate(year, turn + 3, random),
      evidence: [cite('kind', kind)],
    },
  ]
}

/** One detention that began about `year`; `ended` is the year it ended, null while it lasts. */
export const inventDetention = (
  country: string,
  year: number,
  ended: number | null,
  turn: number,
  random: Random,
  cite: Cite,
): Detention => ({
  country,
  arrest: someDate(year, turn, random),
  end: ended === null ? notStated : someDate(ended, turn + 1, random),
  endReason: ended === null ? null : turn % 3 === 0 ? inTurn(reasons, turn) : 'released',
  place: inTurn(places, turn),
  authority: random.pick(authorities),
  charges: charges(turn, random, cite),
  sentences: sentences(year, turn, random, cite),
  evidence: [cite('country', country), cite('arrest', null)],
})

const recognisers = ['Liberty Watch Velmaria', 'The Ostrel Committee', 'International League of Invented Observers']

/** None, one or two recognitions as a political prisoner, each by another body. */
export const inventRecognitions = (year: number, turn: number, random: Random, cite: Cite): readonly Recognition[] =>
  recognisers.slice(0, turn % 3).map((recognisedBy, index) => ({
    recognisedBy,
    recognised: someDate(year, turn + index, random),
    criteria: turn % 4 === 0 ? 'Held for peaceful acts, by the criteria of the invented league.' : null,
    evidence: [cite('recognisedBy', recognisedBy)],
  }))
