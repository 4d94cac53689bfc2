import type { KnownSources } from '#client/components/entry/source-draft.ts'
import { call } from '#client/lib/call.ts'
import { type Detainee, type DetaineeRow, getDetainee } from '#contract/detainees.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { getReleaseEvent } from '#contract/release-events.ts'
import { getSanctionsAction } from '#contract/sanctions-actions.ts'
import { getSource } from '#contract/sources.ts'
import type { PersonDraft } from './draft.ts'

/** What the form calls the records that a body names by number. */
export type KnownRecords = {
  readonly people: ReadonlyMap<number, PersonDraft['known']>
  readonly actions: ReadonlyMap<number, string>
  readonly sources: KnownSources
}

/** Questions asked of the server at once. */
const atOnce = 6

/** What tells people of one name apart: birth, work, arrest, the last release. */
export const aboutPerson = (
  person: Pick<DetaineeRow, 'birth' | 'occupation' | 'description' | 'arrested' | 'lastReleased' | 'ref'>,
): string => {
  const dated = (words: string, date: StatedDate) => (date.edtf === null ? [] : [`${words} ${formatStatedDate(date)}`])
  return [
    ...dated('born', person.birth),
    ...[person.occupation ?? person.description ?? []].flat().map((words) => words.replace(/\.$/, '')),
    ...dated('arrested', person.arrested),
    ...dated('released', person.lastReleased),
    person.ref,
  ].join('; ')
}

const notStated: StatedDate = { edtf: null, earliest: null, latest: null, basis: 'not_stated' }

const describe = (person: Detainee): PersonDraft['known'] => {
  const primary = person.names.find(({ kind }) => kind === 'primary') ?? person.names[0]
  const arrested = person.detentions[0]?.arrest ?? notStated
  const lastReleased = person.releases[0]?.releaseEvent.date ?? notStated
  return {
    name: primary?.text ?? person.ref,
    lang: primary?.lang ?? null,
    about: aboutPerson({ ...person, arrested, lastReleased }),
  }
}

/** Asks about each number that is not known yet; one that cannot be had is left out, and shown by its number. */
const lookUp = async <Known>(
  ids: readonly (number | null)[],
  known: Map<number, Known>,
  ask: (id: string) => Promise<Known>,
): Promise<void> => {
  const open = [...new Set(ids.filter((id) => id !== null && !known.has(id)))]
  const next = async (): Promise<void> => {
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const found = await ask(String(id)).catch(() => null)
      if (found !== null && id !== null) known.set(id, found)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}

/** Names everything the body refers to; an event of the register names its own in one answer. */
export const findKnownRecords = async (body: ReleaseEventWrite, recordId: number | null): Promise<KnownRecords> => {
  const event =
    recordId === null ? null : await call(getReleaseEvent, { params: { id: String(recordId) } }).catch(() => null)
  const people = new Map(
    event?.people.map(({ detainee: { id, ref, name, lang, description } }) => [
      id,
      { name: name ?? ref, lang, about: [description ?? [], ref].flat().join('; ') },
    ]),
  )
  const actions = new Map(event?.sanctions.map(({ sanctionsAction: { id, ref, title } }) => [id, `${title} (${ref})`]))
  const sources = new Map(event?.evidence.map(({ source }) => [source.id, source]))
  await lookUp(body.people.map((row) => row.detaineeId), people, async (id) =>
    describe(await call(getDetainee, { params: { id } })),
  )
  await lookUp(body.links.map((row) => row.sanctionsActionId), actions, async (id) => {
    const { title, ref } = await call(getSanctionsAction, { params: { id } })
    return `${title} (${ref})`
  })
  await lookUp(body.sources.map((row) => row.id), sources, (id) => call(getSource, { params: { id } }))
  return { people, actions, sources }
}
