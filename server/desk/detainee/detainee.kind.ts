import { type DetaineeWrite as Body, DetaineeWrite, detaineeShape } from '#contract/detainee-write.ts'
import { detaineeWarnings } from '#contract/detainee-warnings.ts'
import { scriptOf } from '#contract/names/language.ts'
import { dayOf } from '#contract/release-event-warnings.ts'
import { foldText } from '../../names/fold.ts'
import { nameKey } from '../../names/key.ts'
import type { Kind } from '../kinds/kind.ts'
import type { Derived } from '../record/apply-record.ts'
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

/** A person with their names, detentions and recognitions. */
export const detaineeKind: Kind = recordKind(detaineeShape, DetaineeWrite, {
  code: 'detainee',
  prefix: 'D',
  titleOf: (sent) => nameIn(sent) ?? 'A person without a name',
  derived,
  unique: { detainee_name: 'text', detainee_citizenship: 'country' },
  findProblems: (db, _body, id) => findMergeProblem(db, id),
  findWarnings: async (_db, body) => detaineeWarnings(body, dayOf(new Date())),
  findHindrance: findDetaineeHindrance,
})
