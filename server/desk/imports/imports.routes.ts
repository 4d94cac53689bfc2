import type { Request, Router } from 'express'
import type { Kysely } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import {
  answerImportRows,
  checkImport,
  discardImport,
  downloadImportReport,
  getImport,
  listImportRows,
  listImports,
  reopenImport,
  setImport,
  setImportRow,
  stopImport,
  submitImport,
} from '#contract/imports.ts'
import type { ImportSettings } from '#contract/import-settings.ts'
import type { Config } from '../../config.ts'
import type { Register } from '../../db/register.ts'
import { conflict, invalid } from '../../http/errors.ts'
import { sendFile } from '../../http/export/send.ts'
import { registerFile } from '../../register/open.ts'
import type { Access } from '../access/guard.ts'
import { checkIfMatch, setVersion } from '../access/if-match.ts'
import { writeTransaction } from '../write-transaction.ts'
import { removeImportFile } from './import-files.ts'
import { mountImportProfiles } from './import-profiles.routes.ts'
import { importReport } from './import-report.ts'
import { findSourceProblem } from './import-source.ts'
import { type ImportTasks, importTasks } from './import-tasks.ts'
import { findImportRows, findImports, viewImport, viewRow } from './import-view.ts'
import { deleteRows } from './read-rows.ts'
import { findStored, settingsOf } from './stored-import.ts'
import { mountUpload } from './upload.routes.ts'
import { changeImport, changeRow, findOwn, keepSettings, refuseOthers } from './write-imports.ts'

type Parts = { readonly config: Pick<Config, 'dataDir' | 'importBytes'>; readonly failed: (error: unknown) => void }

const refuseBusy = (tasks: ImportTasks, id: number): void => {
  if (tasks.progressOf(id) !== null) throw conflict('Something is being done with this import right now. Wait for it, or stop it.')
}

export const mountImports = (router: Router, access: Access, register: Kysely<Register>, { config, failed }: Parts): void => {
  const tasks = importTasks(register, failed)
  const about = (id: number) => ({ id, registerFile: registerFile(config.dataDir), dataDir: config.dataDir, importBytes: config.importBytes })
  const matching = (request: Request) => ({ version }: { readonly version: number }) => checkIfMatch(request, version)
  const own = (id: number, request: Request, account: Account) => findOwn(register, id, account, matching(request))
  const view = async (id: number, account: Account, response: Parameters<typeof setVersion>[0]) => {
    const seen = await viewImport(register, id, account, tasks)
    setVersion(response, seen.version)
    return seen
  }

  const refuseSource = async (settings: ImportSettings): Promise<void> => {
    const problem = await findSourceProblem(register, settings)
    if (problem !== null) throw invalid({ 'settings.source': problem })
  }

  mountUpload(router, access, register, { config, tasks, about })
  mountImportProfiles(router, access, register)

  access.serve(router, listImports, async () => ({ data: await findImports(register) }))

  access.serve(router, getImport, ({ params, account, response }) => view(params.id, account, response))

  access.serve(router, setImport, async ({ params: { id }, body, request, response, account }) => {
    refuseBusy(tasks, id)
    const before = settingsOf(await own(id, request, account))
    await refuseSource(body.settings)
    await writeTransaction(register, async (db) => keepSettings(db, await findOwn(db, id, account, matching(request)), body.settings))
    const opened = ['encoding', 'delimiter', 'sheet'] as const
    if (body.check) tasks.begin({ ...about(id), what: 'check', answer: null })
    else if (before === null || opened.some((name) => before[name] !== body.settings[name])) tasks.begin({ ...about(id), what: 'look' })
    return view(id, account, response)
  })

  access.serve(router, listImportRows, ({ params, query }) => findImportRows(register, params.id, query))

  access.serve(router, setImportRow, async ({ params: { id, row }, body, request, response, account }) => {
    refuseBusy(tasks, id)
    const version = await writeTransaction(register, async (db) =>
      changeRow(db, await findOwn(db, id, account, matching(request)), row, body),
    )
    setVersion(response, version)
    return { row: await viewRow(register, id, row), version }
  })

  access.serve(router, answerImportRows, async ({ params: { id }, body, request, response, account }) => {
    await own(id, request, account)
    tasks.begin({ ...about(id), what: 'check', answer: body })
    return view(id, account, response)
  })

  access.serve(router, checkImport, async ({ params: { id }, request, response, account }) => {
    await own(id, request, account)
    tasks.begin({ ...about(id), what: 'check', answer: null })
    return view(id, account, response)
  })

  access.serve(router, submitImport, async ({ params: { id }, body, request, response, account }) => {
    const stored = await own(id, request, account)
    if (stored.state !== 'checked') throw conflict('Check the rows first.')
    const settings = settingsOf(stored)
    if (settings?.source == null) throw invalid({ 'settings.source': 'Name the source of this file first: every value needs one.' })
    await refuseSource(settings)
    tasks.begin({ ...about(id), what: 'submit', reason: body.reason, leaveOutOthers: body.leaveOutOthers })
    return view(id, account, response)
  })

  access.serve(router, reopenImport, async ({ params: { id }, request, response, account }) => {
    await writeTransaction(register, async (db) => {
      const stored = await findStored(db, id)
      checkIfMatch(request, stored.version)
      refuseOthers(stored, account)
      const proposal = await db.selectFrom('proposal').where('id', '=', stored.proposal_id).select('state').executeTakeFirst()
      const isOver = proposal !== undefined && ['returned', 'rejected', 'withdrawn'].includes(proposal.state)
      if (stored.state !== 'submitted' || !isOver) {
        throw conflict('This import can be worked on again once its proposal was returned, rejected or withdrawn.')
      }
      await changeImport(db, stored, { state: 'checked', ...(proposal.state === 'returned' ? {} : { proposal_id: null }) })
    })
    return view(id, account, response)
  })

  access.serve(router, stopImport, async ({ params: { id }, response, account }) => {
    refuseOthers(await findStored(register, id), account)
    tasks.stop(id)
    return view(id, account, response)
  })

  access.serve(router, discardImport, async ({ params: { id }, request, response, account }) => {
    refuseBusy(tasks, id)
    await writeTransaction(register, async (db) => {
      const stored = await findOwn(db, id, account, matching(request))
      await changeImport(db, stored, { state: 'closed', settings: null, preview: null, counts: null, read_as: null, message: null })
    })
    await removeImportFile(config.dataDir, id)
    await deleteRows(register, id)
    return view(id, account, response)
  })

  access.serve(router, downloadImportReport, async ({ params: { id }, request, response }) => {
    const stored = await findStored(register, id)
    await sendFile(request, response, { type: 'text/csv; charset=utf-8', name: `import-I-${id}-report.csv`, body: () => importReport(register, stored) })
    return null
  })
}
