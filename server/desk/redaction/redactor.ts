import type { Kysely, Selectable } from 'kysely'
import { WordsWrite } from '#contract/redaction.ts'
import type { Config } from '../../config.ts'
import type { DeskTables, Register } from '../../db/register.ts'
import { afterOthers } from '../../editions/one-at-a-time.ts'
import { reviseDue } from '../../editions/revise-in-child.ts'
import { removeSuperseded } from '../../editions/superseded.ts'
import { registerFile } from '../../register/open.ts'
import { type RedactedId, addRedactedIds } from '../../register/redacted-ids.ts'
import { type Sought, findSought } from '../../register/redaction/sought.ts'
import { digestOfWords } from '../../register/redaction/words-digest.ts'
import { runTask } from './run-task.ts'
import { forgetSought, keepSought, readSought, soughtFolder } from './sought-file.ts'
import { wordsOfBody } from './words-of-body.ts'

type Places = Pick<Config, 'dataDir' | 'editionsDir' | 'redactedIdsFile'>
type Stored = Selectable<DeskTables['redaction']>

/** How long it waits before it looks again whether what was in the way is gone, in milliseconds. */
const lookAgainMs = 2000

const headerOf = async (db: Kysely<Register>, { changeset_id: id, detainee_id: person, record }: Stored) => {
  const approved = await db.selectFrom('changeset').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  return {
    author: approved.author,
    ...(approved.author_id === null ? {} : { authorId: approved.author_id }),
    ...(approved.reviewer === null ? {} : { reviewer: approved.reviewer }),
    ...(approved.reviewer_id === null ? {} : { reviewerId: approved.reviewer_id }),
    ...(approved.proposal_id === null ? {} : { proposalId: approved.proposal_id }),
    reason: `${record === null ? `D-${person} leaves the register` : `Words of ${record} leave the register`}, as approved in change ${id}.`,
  }
}

/** The words as they were approved: the proposal has them until they are taken out of it as well. */
const findApprovedWords = async (db: Kysely<Register>, { id, changeset_id: changesetId }: Stored): Promise<Sought> => {
  const proposal = await db.selectFrom('proposal').where('changeset_id', '=', changesetId).select('body').executeTakeFirst()
  if (!proposal) throw new Error(`Redaction ${id} has no proposal that says which words to take out`)
  return wordsOfBody(db, WordsWrite.parse(JSON.parse(proposal.body)))
}

/** What the list outside the backups is told. */
const listedOf = ({ people, words, target }: Sought, at: string): RedactedId[] => [
  ...people.map((id) => ({ act: 'person', id, at }) as const),
  ...(target === null ? [] : words.map((text) => ({ act: 'value', table: target.table, id: target.id, field: target.field, ...digestOfWords(text, target.salt), at }) as const)),
]

export type Redactor = {
  /** Goes on with every redaction that is pending, one after another. */
  readonly goOn: () => void
  readonly stop: () => void
}

/**
 * Carries redactions out. Each step can be done again, so one that was stopped in between is
 * taken up where it was: the list outside the backups first, then the editions, the register,
 * and last the bytes, until no file holds a name or the words.
 */
export const redactor = (register: Kysely<Register>, places: Places, failed: (error: unknown) => void): Redactor => {
  const { dataDir, editionsDir, redactedIdsFile } = places
  const file = registerFile(dataDir)
  let timer: NodeJS.Timeout | null = null
  let isAtWork = false
  let isStopped = false

  const soughtOf = async (redaction: Stored): Promise<Sought> => {
    const { id, detainee_id: person, touched } = redaction
    const kept = await readSought(dataDir, id)
    if (kept !== null) return kept
    if (touched !== null) throw new Error(`What redaction ${id} looked for is not known any more: search the files by hand`)
    const sought = person === null ? await findApprovedWords(register, redaction) : await findSought(register, person)
    await keepSought(dataDir, id, sought)
    return sought
  }

  const note = (id: number, values: Partial<Stored>): Promise<unknown> =>
    register.updateTable('redaction').set(values).where('id', '=', id).execute()

  const carryOut = async (redaction: Stored): Promise<void> => {
    const { id, begun_at: at } = redaction
    const sought = await soughtOf(redaction)
    await addRedactedIds(redactedIdsFile, listedOf(sought, at))
    const header = await headerOf(register, redaction)
    // Held against a publication: none may copy the register between the editions and the taking out.
    await afterOthers(editionsDir, async () => {
      if (redaction.touched !== null) return
      await reviseDue(editionsDir, register, header.reviewer ?? header.author, sought.words)
      const { touched } = await runTask({ task: 'take', file, dataDir, sought, header }, 'taken')
      await note(id, { touched: JSON.stringify(touched) })
    })
    const readStill = await removeSuperseded(editionsDir)
    // No edition is hidden from the search: an old file that a reader has open holds the name as well.
    const { holding, isCompact } = await runTask({ task: 'search', file, dataDir, sought, except: [soughtFolder(dataDir)] }, 'searched')
    const inTheWay = [
      ...readStill.map((label) => `Edition ${label} is still being read.`),
      ...holding.map((name) => `${name} still holds ${sought.target === null ? 'a name' : 'the words'}.`),
      ...(isCompact ? [] : ['The register is still being read as it was.']),
    ]
    if (inTheWay.length > 0) {
      await note(id, { in_the_way: JSON.stringify(inTheWay) })
      return
    }
    await forgetSought(dataDir, id, sought)
    await note(id, { state: 'complete', in_the_way: '[]', completed_at: new Date().toISOString() })
  }

  const findPending = (): Promise<Stored[]> => register.selectFrom('redaction').where('state', '=', 'pending').selectAll().orderBy('id').execute()

  const later = (): void => {
    if (isStopped || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      goOn()
    }, lookAgainMs)
    timer.unref()
  }

  const goThrough = async (): Promise<void> => {
    for (const redaction of await findPending()) if (!isStopped) await carryOut(redaction)
    if ((await findPending()).length > 0) later()
  }

  const goOn = (): void => {
    if (isAtWork || isStopped) return
    isAtWork = true
    goThrough()
      .catch((error: unknown) => {
        if (isStopped) return
        failed(error)
        later()
      })
      .finally(() => {
        isAtWork = false
      })
  }
  return {
    goOn,
    stop: () => {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
