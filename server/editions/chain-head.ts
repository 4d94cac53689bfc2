import type Database from 'better-sqlite3'

/** The last change of the register: its place in the hash chain and its changeset. Undefined: there is none. */
export const chainHead = (register: Database.Database): { chain: string; changesetId: number } | undefined =>
  register
    .prepare<[], { chain: string; changesetId: number }>('SELECT chain, changeset_id AS changesetId FROM change ORDER BY id DESC LIMIT 1')
    .get()
