import type { Router } from 'express'
import type { Kysely } from 'kysely'
import { uploadImport } from '#contract/imports.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { badRequest } from '../../http/errors.ts'
import { findAnswer, keepAnswer, onceKeyOf } from '../access/answer-once.ts'
import type { Access } from '../access/guard.ts'
import { setVersion } from '../access/if-match.ts'
import { writeTransaction } from '../write-transaction.ts'
import { receiveFile } from './import-files.ts'
import type { ImportTask } from './import-process.ts'
import type { ImportTasks } from './import-tasks.ts'
import { viewImport } from './import-view.ts'

type Parts = {
  readonly config: Pick<Config, 'dataDir' | 'importBytes'>
  readonly tasks: ImportTasks
  readonly about: (id: number) => Omit<Extract<ImportTask, { what: 'look' }>, 'what'>
}

const rawType = 'application/octet-stream'

/** Takes a file in as it is sent, and begins to look into it. */
export const mountUpload = (router: Router, access: Access, register: Kysely<Register>, { config, tasks, about }: Parts): void => {
  access.serve(router, uploadImport, async ({ query, request, response, account }) => {
    if (request.headers['content-type'] !== rawType) throw badRequest(`Send the bytes of the file, with the Content-Type ${rawType}.`)
    const once = onceKeyOf(request, account.id)
    const received = await receiveFile(config.dataDir, request, config.importBytes)
    try {
      const { id, isNew } = await writeTransaction(register, async (db) => {
        const before = await findAnswer(db, once)
        if (before !== undefined) return { id: Number(before), isNew: false }
        const now = new Date().toISOString()
        const added = await db
          .insertInto('import_job')
          .values({
            kind: query.kind,
            file_name: query.name,
            bytes: received.bytes,
            sha256: received.sha256,
            state: 'mapping',
            author_id: account.id,
            created_at: now,
            updated_at: now,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await keepAnswer(db, once, added.id)
        await received.keepAs(added.id)
        return { id: added.id, isNew: true }
      })
      if (isNew) tasks.begin({ ...about(id), what: 'look' })
      const seen = await viewImport(register, id, account, tasks)
      setVersion(response, seen.version)
      return seen
    } finally {
      await received.forget()
    }
  })
}
