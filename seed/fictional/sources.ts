import type { Source } from '../batch.ts'
import type { Evidence } from '../evidence.ts'
import { evidenceOf, notStated } from '../parts.ts'
import { someDate } from './dates.ts'
import { inTurn, type Random } from './random.ts'

const publishers = ['The Velmaria Courier', 'Dravna Daily', 'Ostrel News Agency', 'Liberty Watch Velmaria', null]
const languages = ['en', 'qaa-Cyrl', 'qaa-Latn', null]
const sentences = [
  'It was confirmed that the person is among those freed.',
  'The list was read out at the gate of the colony.',
  'Nobody would say how many were still inside.',
  'They were driven to the border before dawn.',
]

/** Invented reports, each fifth one a copy of the report before it. */
export const inventSources = (prefix: string, count: number, random: Random): readonly Source[] =>
  Array.from({ length: count }, (_, turn) => ({
    key: `${prefix}-source-${turn}`,
    title: turn % 8 === 7 ? null : `Invented report ${prefix}-${turn}`,
    publisher: inTurn(publishers, turn),
    author: turn % 6 === 1 ? 'An invented correspondent' : null,
    url: turn % 4 === 3 ? null : `https://fictional.example/${prefix}/${turn}`,
    published: turn % 3 === 2 ? notStated : someDate(random.int(1976, 2024), turn, random),
    language: inTurn(languages, turn),
    retrieved: turn % 4 === 0 ? '2025-01-15' : null,
    sha256: null,
    copyOf: turn % 5 === 4 ? `${prefix}-source-${turn - 1}` : null,
  }))

/** Cites one of the reports; each third time with words, half of those with their place. */
export type Cite = <Field extends string>(field: Field, asserts: string | null, source?: Source) => Evidence<Field>

/** A way to cite those reports, the originals only unless one is named. */
export const citing = (sources: readonly Source[], random: Random): Cite => {
  const originals = sources.filter(({ copyOf }) => copyOf === null)
  return (field, asserts, source = random.pick(originals)) => {
    const text = random.pick(sentences)
    const start = random.chance(0.5) ? random.int(0, 4000) : null
    const quote = { text, start, end: start === null ? null : start + text.length }
    return evidenceOf(source.key, field, {
      ...(random.chance(1 / 3) ? { quote } : {}),
      ...(asserts === null ? {} : { asserts }),
    })
  }
}
