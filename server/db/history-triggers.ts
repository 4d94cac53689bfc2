import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { recordTables } from './records.ts'

/*
 * Every write to a record table goes into `change` and `change_value` with the whole row,
 * and is refused outside an open changeset. The triggers are made from the live schema
 * after each migration, because rebuilding a table drops them.
 */

const watched = [...recordTables, 'changeset'] as const

/** A row as JSON, column by column in the table's order: the text that history keeps and compares. */
export const rowAsJson = (columns: readonly string[], alias: string): string =>
  `json_object(${columns.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`

export const columnsOf = async <Schema>(db: Kysely<Schema>, table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table}) ORDER BY cid`.execute(db)
  return rows.map((row) => row.name)
}

/** The same on a connection without Kysely. */
export const columnsIn = (raw: Database.Database, table: string): string[] =>
  raw
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .all(table)
    .map((row) => row.name)

const trigger = (table: string, op: 'insert' | 'update' | 'delete', columns: readonly string[]): string => {
  const before = op === 'insert' ? 'NULL' : rowAsJson(columns, 'OLD')
  const after = op === 'delete' ? 'NULL' : rowAsJson(columns, 'NEW')
  const id = op === 'delete' ? 'OLD.id' : 'NEW.id'
  // A changeset is the one that opens itself; everything else needs it open.
  const changeset = table === 'changeset' ? 'NEW.id' : '(SELECT changeset_id FROM open_changeset)'
  const refusal =
    table === 'changeset'
      ? ''
      : `SELECT RAISE(ABORT, 'no changeset is open: a record is only written inside one')
         WHERE NOT EXISTS (SELECT 1 FROM open_changeset);`
  const movedId =
    op === 'update' ? `SELECT RAISE(ABORT, 'the id of a record never changes') WHERE NEW.id <> OLD.id;` : ''
  return `CREATE TRIGGER history_${table}_${op} AFTER ${op.toUpperCase()} ON ${table} BEGIN
    ${refusal}
    ${movedId}
    INSERT INTO change (changeset_id, table_name, record_id, op)
    VALUES (${changeset}, '${table}', ${id}, '${op}');
    INSERT INTO change_value (change_id, salt, value)
    VALUES (last_insert_rowid(), randomblob(16), json_object('before', json(${before}), 'after', json(${after})));
  END`
}

export const dropHistoryTriggers = async <Schema>(db: Kysely<Schema>): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'history\\_%' ESCAPE '\\'`.execute(db)
  for (const { name } of rows) await sql.raw(`DROP TRIGGER ${name}`).execute(db)
}

export const createHistoryTriggers = async <Schema>(db: Kysely<Schema>): Promise<void> => {
  for (const table of watched) {
    const columns = await columnsOf(db, table)
    const ops = table === 'changeset' ? (['insert'] as const) : (['insert', 'update', 'delete'] as const)
    for (const op of ops) await sql.raw(trigger(table, op, columns)).execute(db)
  }
}
