import express from 'express'
import type { Config } from '../config.ts'
import type { Register } from '../db/register.ts'
import { openForReading } from '../db/sqlite.ts'
import { recordsRouter } from '../features/records-router.ts'
import { answerError, answerNotFound } from '../http/error-handler.ts'
import { makeLog } from '../http/log.ts'
import { beReader } from '../http/long/be-reader.ts'
import { isFictional } from '../register/is-fictional.ts'
import { registerFile } from '../register/open.ts'
import { registerRecords } from '../register/record-file.ts'
import { noStore } from './no-store.ts'

/*
 * A reader of the desk: the records of the register, read only, in a process that can be ended. It
 * knows no accounts: the desk has asked who it is before it passes a question on.
 */

const log = makeLog('desk')

const openReader = async ({ dataDir }: Pick<Config, 'dataDir'>) => {
  const register = openForReading<Register>(registerFile(dataDir))
  const records = registerRecords(register)
  const fictional = await isFictional(register.db)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  // Only the desk speaks to it, and says how it was asked itself.
  app.set('trust proxy', true)
  app.use('/api', noStore, recordsRouter({ file: () => records, about: () => ({ mount: 'register', edition: null, fictional }) }), answerNotFound)
  app.use(answerError(log))
  return { answer: app, close: () => register.close() }
}

beReader(openReader, (error) => log.error({ err: error }, 'a reader could not go on'))
