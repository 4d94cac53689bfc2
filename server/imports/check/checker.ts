import type { ImportProblem, ImportSettings } from '#contract/import-settings.ts'
import { problemAt, problemOfRow } from '../map/cell.ts'
import { fieldOf } from '#contract/import-fields.ts'
import { type RowValue, readRow } from '../map/read-row.ts'
import type { KnownEvents } from './known-events.ts'
import type { KnownPeople } from './known-people.ts'
import { findSamePerson, knownOf } from './same-person.ts'

/** What a person has said about a row. */
export type RowAnswers = {
  readonly leftOut: boolean
  /** Questions answered with "keep it as it is": `code:column`. */
  readonly keep: readonly string[]
  /** Who it is: `new`, `D-5`, `row 12`; null while nobody has said. */
  readonly person: string | null
}

export const noAnswers: RowAnswers = { leftOut: false, keep: [], person: null }

export type RowState = 'fine' | 'warning' | 'question' | 'error' | 'left_out'

export type CheckedRow = {
  readonly number: number
  readonly value: RowValue
  readonly problems: readonly ImportProblem[]
  readonly state: RowState
  /** Who or what the row is about, for a list of rows. */
  readonly title: string
  /** The release event a row about a person names. */
  readonly event: string | null
}

export type Checker = { readonly check: (number: number, cells: readonly string[], answers: RowAnswers) => CheckedRow }

export const questionKey = ({ code, column }: Pick<ImportProblem, 'code' | 'column'>): string => `${code}:${column ?? ''}`

const personQuestions = new Set(['may_be_known', 'same_person_twice', 'namesake'])

const isAnswered = (problem: ImportProblem, { keep, person }: RowAnswers): boolean =>
  (problem.severity !== 'error' && keep.includes(questionKey(problem))) || (personQuestions.has(problem.code) && person !== null)

const stateOf = (problems: readonly ImportProblem[]): RowState => {
  const worst = (['error', 'question', 'warning'] as const).find((severity) => problems.some((problem) => problem.severity === severity))
  return worst ?? 'fine'
}

const titleOf = (value: RowValue): string =>
  value.kind === 'release_events' ? value.event.title : (value.person.names[0]?.text ?? '')

/**
 * Checks rows one after another against each other and against what is known already, which grows
 * by the rows that go in. `today` is the last day that can have been.
 */
export const checker = (
  settings: ImportSettings,
  { people, events, today }: { readonly people: KnownPeople; readonly events: KnownEvents; readonly today: string },
): Checker => {
  const released = new Map<string, number>()
  /** Whom earlier rows turned out to be, so that `row 12` leads to one person however long the way. */
  const resolved = new Map<string, string>()

  const checkEvent = (reference: string, problems: ImportProblem[]): string | null => {
    const found = events.lookUp(reference)
    if ('ref' in found) return found.ref
    const rule = settings.columns.find(({ field }) => field === 'event')
    const field = fieldOf(settings.kind, 'event')
    if (rule !== undefined && field !== undefined) {
      problems.push(problemAt({ rule, field, raw: reference }, { code: 'unknown_event', reason: found.reason, suggestion: found.suggestion }))
    }
    return null
  }

  const checkPerson = (number: number, value: Exclude<RowValue, { kind: 'release_events' }>, answers: RowAnswers, problems: ImportProblem[]): string => {
    const own = `row ${number}`
    const known = knownOf(own, value.person)
    const chosen = answers.person === null || answers.person === 'new' ? own : (resolved.get(answers.person) ?? answers.person)
    if (chosen.startsWith('row ') && chosen !== own && !resolved.has(chosen)) {
      problems.push(problemOfRow({ code: 'unknown_row', value: chosen, reason: `This row was said to be the same person as ${chosen}, which is not there or is left out. Choose again.` }))
    }
    if (known.names.length > 0) {
      problems.push(...findSamePerson(known, people))
      if (chosen === own) people.add(known)
    }
    resolved.set(own, chosen)
    return chosen
  }

  return {
    check: (number, cells, answers) => {
      const { value, problems: own } = readRow(settings, cells, today)
      const title = titleOf(value)
      if (answers.leftOut) return { number, value, problems: [], state: 'left_out', title, event: null }
      const problems = [...own]
      let event: string | null = null
      if (value.kind === 'release_events') {
        problems.push(...events.findSame(value.event))
        events.add({ ref: `row ${number}`, title: value.event.title, date: value.event.date, country: value.event.country })
      } else {
        const person = checkPerson(number, value, answers, problems)
        if (value.kind === 'release_people' && value.event !== null) {
          event = checkEvent(value.event, problems)
          const key = `${event ?? ''} ${person}`
          const before = released.get(key)
          if (event !== null && before !== undefined) {
            problems.push(problemOfRow({ code: 'twice_in_event', value: title, reason: `This person is in ${event} already, by row ${before}. Leave one of the two out.` }))
          } else if (event !== null) released.set(key, number)
        }
      }
      const open = problems
        .filter((problem) => !isAnswered(problem, answers))
        .toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1))
      return { number, value, problems: open, state: stateOf(open), title, event }
    },
  }
}
