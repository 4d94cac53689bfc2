import { plainNames } from '../db/plain-names.ts'
import { plainSearch, plainSearchIds } from '../db/plain-search.ts'
import type { RecordFile } from '../db/record-file.ts'
import type { Register } from '../db/register.ts'
import type { Opened } from '../db/sqlite.ts'

/** The register as the read routes take it: its record tables only. */
export const registerRecords = ({ db }: Opened<Register>): RecordFile => ({
  db,
  search: plainSearch,
  searchIds: plainSearchIds,
  findNames: plainNames(db),
  people: () => Promise.resolve(null),
  events: () => Promise.resolve(null),
})
