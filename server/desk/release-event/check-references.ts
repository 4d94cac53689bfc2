import type { Kysely } from 'kysely'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Register } from '../../db/register.ts'
import type { Problems } from '../kinds/kind.ts'
import { checkCaptures } from '../record/check-captures.ts'
import { checkEvidenceIds, checkRowIds, checkSources, findKnown } from '../record/check-ids.ts'
import { type EventRows, parts } from './event-rows.ts'
import { evidenceLists } from './evidence-lists.ts'

const noun = 'release event'

/** People and sanctions actions that the body names and the register does not have. */
const checkRecords = async (db: Kysely<Register>, body: ReleaseEventWrite): Promise<Problems> => {
  const problems: Record<string, string> = {}
  const actions = await findKnown(db, 'sanctions_action', body.links.map((row) => row.sanctionsActionId))
  body.links.forEach(({ sanctionsActionId: id }, index) => {
    if (!actions.has(id)) problems[`links.${index}.sanctionsActionId`] = `There is no sanctions action S-${id}. Choose another.`
  })
  const others = body.people.flatMap(({ newPerson }) => newPerson?.differentFrom.map(({ detaineeId }) => detaineeId) ?? [])
  const people = await findKnown(db, 'detainee', [...body.people.map((row) => row.detaineeId), ...others])
  const merged = await db
    .selectFrom('detainee')
    .where('id', 'in', [...people])
    .where('merged_into', 'is not', null)
    .select(['id', 'merged_into'])
    .execute()
  body.people.forEach(({ newPerson }, index) =>
    newPerson?.differentFrom.forEach(({ detaineeId: id }, at) => {
      if (!people.has(id)) problems[`people.${index}.newPerson.differentFrom.${at}.detaineeId`] = `There is no person D-${id}. Leave it out.`
    }),
  )
  body.people.forEach(({ detaineeId: id }, index) => {
    if (id === null) return
    const into = merged.find((row) => row.id === id)?.merged_into
    if (!people.has(id)) problems[`people.${index}.detaineeId`] = `There is no person D-${id}. Choose another.`
    else if (into) problems[`people.${index}.detaineeId`] = `D-${id} was joined with D-${into}. Choose D-${into}.`
  })
  return problems
}

/**
 * What a body that fits the schema gets wrong about the register, by field. `rows` is the
 * event it corrects, null for a new one.
 */
export const findReferenceProblems = async (
  db: Kysely<Register>,
  body: ReleaseEventWrite,
  rows: EventRows | null,
): Promise<Problems> => {
  const lists = evidenceLists(body)
  const rowProblems = parts.map((part) =>
    checkRowIds(
      body[part].map(({ id }, index) => ({ path: `${part}.${index}`, id })),
      new Set(rows?.[part].map((row) => row.id)),
      noun,
    ),
  )
  return Object.assign(
    {},
    await checkSources(db, body.sources),
    await checkRecords(db, body),
    ...rowProblems,
    checkEvidenceIds(lists, rows?.evidence ?? [], noun),
    await checkCaptures(db, body.sources, lists),
  )
}
