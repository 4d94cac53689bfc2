import { fork } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { counted } from '#contract/charts/format-count.ts'
import type { Edition } from '#contract/editions.ts'
import { NamedText, type PublicationPreview } from '#contract/publishing.ts'
import type { Config } from '../config.ts'
import type { Register } from '../db/register.ts'
import { HttpError, conflict } from '../http/errors.ts'
import { registerFile } from '../register/open.ts'
import { editionFile } from './edition-index.ts'
import { findEditions } from './find-editions.ts'
import type { MadeEdition } from './make-edition.ts'
import type { EditionMessage, EditionTask } from './make-edition-process.ts'
import type { FoundNames } from './look-for-names.ts'
import { afterOthers, isUnderWay } from './one-at-a-time.ts'
import { findNextNumber } from './preview.ts'
import { putInPlace } from './put-in-place.ts'
import { reviseDue } from './revise-in-child.ts'
import { removeSuperseded } from './superseded.ts'
import type { Refusal } from './withheld-names.ts'

export type PublishRequest = {
  readonly note: string
  readonly publishedBy: string
  /** A publisher has read the warnings and goes on. */
  readonly confirmed: boolean
  /** Keys of refused texts that this edition is to be without. */
  readonly blank?: readonly string[]
}

type Places = Pick<Config, 'dataDir' | 'editionsDir'>

const refuse = (refusals: readonly Refusal[]): HttpError =>
  conflict(
    `Nothing was published: ${counted(refusals.length, 'text', 'texts')} may name a person who is not fully public. Rewrite each, or publish without them.`,
    { refusals: refusals.map((refusal) => NamedText.parse(refusal)) },
  )

/** Runs one task in a process of its own, to its last message. */
const inChild = (task: EditionTask, onProgress: (step: string) => void): Promise<Extract<EditionMessage, { kind: 'made' | 'looked' }>> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./make-edition-process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    // Node's own watch mode sends messages of its own through the same channel: only ours are read.
    child.on('message', (message: EditionMessage) => {
      if (message.kind === 'progress') onProgress(message.step)
      else if (message.kind === 'made' || message.kind === 'looked') resolve(message)
      else if (message.kind === 'refused') reject(refuse(message.refusals))
      else if (message.kind === 'failed') reject(new Error(`Making the edition failed: ${message.message}`))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Making the edition ended early (exit ${String(code)})`)))
    child.send(task)
  })

const makeInChild = async (task: EditionTask, onProgress: (step: string) => void): Promise<MadeEdition> => {
  const message = await inChild(task, onProgress)
  if (message.kind !== 'made') throw new Error('The edition was looked at and not made')
  return message.made
}

const warnOf = (namesakes: readonly number[]): string[] => {
  if (namesakes.length === 0) return []
  const who = namesakes.map((id) => `D-${id}`).join(', ')
  return [`${who}: called like someone who is not fully public. Make sure that ${namesakes.length === 1 ? 'this is another person' : 'these are other people'}.`]
}

const previewAndLook = async ({ dataDir, editionsDir }: Places, note?: string): Promise<[PublicationPreview, FoundNames]> => {
  const task = { registerFile: registerFile(dataDir), editionsDir, request: null, ...(note === undefined ? {} : { note }) }
  const message = await inChild(task, () => undefined)
  if (message.kind !== 'looked') throw new Error('An edition was made where one was only to be looked at')
  const { preview, found } = message
  return [{ ...preview, warnings: [...preview.warnings, ...warnOf(found.namesakes)], refusals: [...found.refusals] }, found]
}

/** What publishing now would change, with the texts and people that may give away someone who is withheld. */
export const previewInChild = async (places: Places): Promise<PublicationPreview> => (await previewAndLook(places))[0]

/**
 * Publishes the register as the next edition. The file is made in a process of its own
 * beside its place, renamed into it, recorded, and only then named in the list that readers
 * look at. Throws 409 with `warnings` that nobody confirmed, with `refusals`, or while
 * another publication is under way.
 */
export const publishInChild = async (
  { dataDir, editionsDir }: Places,
  db: Kysely<Register>,
  request: PublishRequest,
  onProgress: (step: string) => void = () => undefined,
): Promise<Edition> => {
  if (isUnderWay(editionsDir)) {
    throw new HttpError(409, 'conflict', 'An edition is being published right now. Wait for it, then look again.')
  }
  return afterOthers(editionsDir, () => publish({ dataDir, editionsDir }, db, request, onProgress))
}

/** What was found of withheld names, where there is nothing that a publisher is to be warned of. */
const lookForWarnings = async (places: Places, note: string): Promise<Pick<FoundNames, 'refusals' | 'chain'>> => {
  const [{ warnings }, { refusals, chain }] = await previewAndLook(places, note)
  if (warnings.length === 0) return { refusals, chain }
  throw conflict('This edition needs your word first: read the warnings, then confirm.', { warnings })
}

const publish = async (
  { dataDir, editionsDir }: Places,
  db: Kysely<Register>,
  request: PublishRequest,
  onProgress: (step: string) => void,
): Promise<Edition> => {
  await mkdir(editionsDir, { recursive: true })
  // Whoever the register no longer shows is in no kept edition by the time there is a new one.
  await reviseDue(editionsDir, db, request.publishedBy)
  const looked = request.confirmed ? {} : { looked: await lookForWarnings({ dataDir, editionsDir }, request.note) }
  const publishedAt = new Date().toISOString()
  const edition = { number: await findNextNumber(db), revision: 0, note: request.note, publishedAt, blank: request.blank ?? [], ...looked }
  const file = editionFile(editionsDir, edition)
  const beside = `${file}.new`
  try {
    const made = await makeInChild({ registerFile: registerFile(dataDir), file: beside, request: edition }, onProgress)
    await putInPlace(beside, file)
    await db
      .insertInto('edition')
      .values({
        number: edition.number,
        revision: edition.revision,
        published_at: edition.publishedAt,
        published_by: request.publishedBy,
        note: edition.note,
        changeset_id: made.changesetId,
        chain: made.chain,
        sha256: made.sha256,
        bytes: made.bytes,
        counts: JSON.stringify(made.counts),
      })
      .execute()
  } finally {
    await rm(beside, { force: true })
  }
  // Someone may have been withheld while the edition was being made. This also tells readers of it.
  await reviseDue(editionsDir, db, request.publishedBy)
  await removeSuperseded(editionsDir)
  const [newest] = await findEditions(db)
  if (!newest) throw new Error('The edition was published but is not on record')
  return newest
}
