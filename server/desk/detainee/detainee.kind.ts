import type { Kysely } from 'kysely'
import { type DetaineeWrite as Body, DetaineeWrite, detaineeShape } from '#contract/detainee-write.ts'
import { detaineeWarnings } from '#contract/detainee-warnings.ts'
import { scriptOf } from '#contract/names/language.ts'
import { dayOf } from '#contract/release-event-warnings.ts'
import { foldText } from '../../names/fold.ts'
import { nameKey } from '../../names/key.ts'
import type { Register } from '../../db/register.ts'
import { keepDifferent } from '../duplicates/keep-different.ts'
import type { Kind, Problems } from '../kinds/kind.ts'
import type { Derived } from '../record/apply-record.ts'
import { findKnown } from '../record/check-ids.ts'
import { recordKind } from '../record/record.kind.ts'
import { findDetaineeHindrance, findMergeProblem } from './detainee-hindrance.ts'

const derived: Derived = {
  detainee_name: ({ text, lang, script }) => ({
    lang: lang ?? 'und',
    script: script ?? scriptOf(String(text)),
    folded: foldText(String(text)),
    name_key: nameKey(String(text)),
  }),
}

/** The name they go by, from a body as it was sent. */
const nameIn = (sent: unknown): string | null => {
  const names: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, 'names') : null
  const read = (Array.isArray(names) ? names : []).flatMap((name: Partial<Body['names'][number]> | null) =>
    typeof name?.text === 'string' && name.text.trim() !== '' ? [{ text: name.text.trim(), isPrimary: name.kind === 'primary' }] : [],
  )
  return (read.find(({ isPrimary }) => isPrimary) ?? read[0])?.text ?? null
}

/** People the body says this is not, and the register does not have. */
const findUnknown = async (db: Kysely<Register>, { differentFrom }: Body, id: number | null): Promise<Problems> => {
  const known = await findKnown(db, 'detainee', differentFrom.map(({ detaineeId }) => detaineeId))
  return Object.fromEntries(
    differentFrom.flatMap(({ detaineeId }, at) =>
      known.has(detaineeId) && detaineeId !== id ? [] : [[`differentFrom.${at}.detaineeId`, `There is nobody else with the number D-${detaineeId}. Leave it out.`]],
    ),
  )
}

/** A person with their names, detentions and recognitions. */
export const detaineeKind: Kind = recordKind(detaineeShape, DetaineeWrite, {
  code: 'detainee',
  prefix: 'D',
  titleOf: (sent) => nameIn(sent) ?? 'A person without a name',
  derived,
  unique: { detainee_name: 'text', detainee_citizenship: 'country' },
  findProblems: async (db, body, id) => ({ ...(await findMergeProblem(db, id)), ...(await findUnknown(db, body, id)) }),
  findWarnings: async (_db, body) => [
    ...detaineeWarnings(body, dayOf(new Date())),
    ...body.differentFrom.map(({ detaineeId, reason }) => `Said to be somebody else than D-${detaineeId}: ${reason}`),
  ],
  keepMore: (db, changeset, body, id) => keepDifferent(db, changeset, id, body.differentFrom),
  findHindrance: findDetaineeHindrance,
})
