import { type RawBuilder, sql } from 'kysely'
import type { Certainty } from '../common/dates.ts'

/*
 * Who is listed, and how they stand to the dates of the filter, in one number: of a whole list, all of
 * them are held at once.
 */

const certainties = ['certain', 'possible', 'undated'] as const satisfies readonly Certainty[]

export const listed = (id: number, certainty: Certainty): number => id * 4 + certainties.indexOf(certainty)
export const idOfListed = (person: number): number => Math.floor(person / 4)
export const certaintyOfListed = (person: number): Certainty => certainties[person % 4] ?? 'certain'

const cases = (from: (certainty: Certainty, at: number) => string) => sql.raw(certainties.map(from).join(' '))

export const listedSql = (id: RawBuilder<number>, certainty: RawBuilder<Certainty>): RawBuilder<number> =>
  sql<number>`${id} * 4 + CASE ${certainty} ${cases((word, at) => `WHEN '${word}' THEN ${at}`)} END`
export const listedIdSql = (person: RawBuilder<number>): RawBuilder<number> => sql<number>`${person} / 4`
export const listedCertaintySql = (person: RawBuilder<number>): RawBuilder<Certainty> =>
  sql<Certainty>`CASE ${person} % 4 ${cases((word, at) => `WHEN ${at} THEN '${word}'`)} END`
