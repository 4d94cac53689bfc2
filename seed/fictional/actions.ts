import { actionLabels, actionStatusLabels, authorityLabels, linkLabels } from '#contract/codes.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { ReleaseEvent, ReleaseSanction, SanctionsAction } from '../batch.ts'
import { notStated } from '../parts.ts'
import { someDate } from './dates.ts'
import { inTurn, type Random } from './random.ts'
import type { Cite } from './sources.ts'

const authorities = Object.keys(authorityLabels) as (keyof typeof authorityLabels)[]
const actions = Object.keys(actionLabels) as (keyof typeof actionLabels)[]
const statuses = Object.keys(actionStatusLabels) as (keyof typeof actionStatusLabels)[]
const relations = Object.keys(linkLabels) as (keyof typeof linkLabels)[]
const commodities = ['potash', 'timber', 'aviation', 'finance', null]
const targets = ['Velmaria State Mines', 'Dravna Airways', '12 invented officials', null]

const inventAction = (key: string, number: number, previous: string | null, random: Random, cite: Cite): SanctionsAction => {
  const authority = inTurn(authorities, number)
  const action = inTurn(actions, number)
  const year = random.int(1990, 2024)
  return {
    key,
    authority,
    agency: number % 3 === 0 ? 'An invented agency' : null,
    action,
    target: inTurn(targets, number),
    commodity: inTurn(commodities, number),
    instrument: number % 2 === 0 ? `Invented order ${number}` : null,
    announced: number % 3 === 0 ? notStated : someDate(year, number, random),
    issued: number % 4 === 0 ? someDate(year, number + 1, random) : notStated,
    effective: number % 5 === 0 ? someDate(year, number + 2, random) : notStated,
    expires: number % 6 === 2 ? statedDate(`${year + 1}-06`, 'stated') : notStated,
    conditions: number % 7 === 0 ? 'As long as no new arrests are reported.' : null,
    status: inTurn(statuses, number),
    refersTo: number % 4 === 3 ? previous : null,
    evidence: [cite('authority', authority), cite('action', action)],
  }
}

/** Actions of every authority and kind in turn; each fourth one is the same act as the one before it. */
export const inventActions = (prefix: string, first: number, count: number, random: Random, cite: Cite): readonly SanctionsAction[] =>
  Array.from({ length: count }, (_, index) => {
    const previous = index === 0 ? null : `${prefix}-action-${first + index - 1}`
    return inventAction(`${prefix}-action-${first + index}`, first + index, previous, random, cite)
  })

/** Links by every relation in turn, for two of three actions; each to an event of its own. */
export const inventLinks = (
  actionsMade: readonly SanctionsAction[],
  events: readonly ReleaseEvent[],
  cite: Cite,
): readonly ReleaseSanction[] =>
  actionsMade.flatMap((action, turn) => {
    const event = events[turn]
    if (event === undefined || turn % 3 === 2) return []
    const relation = inTurn(relations, turn)
    return [
      {
        releaseEvent: event.key,
        sanctionsAction: action.key,
        relation,
        saidBy: turn % 2 === 0 ? 'An invented minister' : null,
        evidence: [cite('relation', relation)],
      },
    ]
  })
