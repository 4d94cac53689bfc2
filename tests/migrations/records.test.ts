import { expect, test } from 'vitest'
import * as codes from '#contract/codes.ts'
import { migrate } from '#server/db/migrate.ts'
import { recordTables } from '#server/db/records.ts'
import { openRegisterFile } from '#server/register/open.ts'
import { emptyRegister, temporaryFolder } from '../support/test-register.ts'

/** The codes a CHECK allows for a column, read from the live schema. */
const allowed = (schema: string, column: string): string[] => {
  const check = new RegExp(`CHECK \\(${column} IN \\(([^)]*)\\)\\)`).exec(schema)?.[1] ?? ''
  return check.split(',').map((code) => code.trim().replaceAll("'", ''))
}

test.each([
  ['detainee', 'sex', codes.sexLabels],
  ['detainee', 'status', codes.statusLabels],
  ['detainee', 'visibility', codes.visibilityLabels],
  ['detainee_name', 'kind', codes.nameKindLabels],
  ['detention', 'end_reason', codes.endReasonLabels],
  ['sentence', 'kind', codes.sentenceKindLabels],
  ['release_event', 'basis', codes.basisLabels],
  ['release_count', 'dimension', codes.dimensionLabels],
  ['release_count', 'relation', codes.relationLabels],
  ['release_count', 'qualifier', codes.qualifierLabels],
  ['release_count', 'population', codes.populationLabels],
  ['release_count', 'state', codes.claimStateLabels],
  ['release_person', 'destination_state', codes.destinationStateLabels],
  ['release_person', 'departure_mode', codes.departureModeLabels],
  ['sanctions_action', 'authority', codes.authorityLabels],
  ['sanctions_action', 'action', codes.actionLabels],
  ['sanctions_action', 'status', codes.actionStatusLabels],
  ['release_sanction', 'relation', codes.linkLabels],
  ['event_note', 'kind', codes.noteKindLabels],
])('%s.%s takes the codes that the contract labels, and no other', async (table, column, labels) => {
  const { raw } = await emptyRegister()
  const schema = raw.prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?').get(table)?.sql ?? ''
  expect(allowed(schema, column).toSorted()).toEqual(Object.keys(labels).toSorted())
})

test('every table of the register is strict, and every record table has its three history triggers', async () => {
  const { raw } = await emptyRegister()
  const loose = raw
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
    .all()
  expect(loose).toEqual([])
  const triggers = raw.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()
  const names = triggers.map((trigger) => trigger.name)
  for (const table of recordTables) {
    for (const op of ['insert', 'update', 'delete']) expect(names).toContain(`history_${table}_${op}`)
  }
})

test('migrating a second time changes nothing', async () => {
  const register = await emptyRegister()
  expect(await migrate(register, ['records', 'desk'])).toEqual([])
})

test('the pragmas that keep acknowledged writes hold on a second open of the same file', async () => {
  const file = `${await temporaryFolder()}/register.sqlite`
  for (let open = 0; open < 2; open += 1) {
    const register = await openRegisterFile(file)
    const read = (name: string): unknown => register.raw.pragma(name, { simple: true })
    expect(['synchronous', 'foreign_keys', 'recursive_triggers', 'trusted_schema', 'secure_delete'].map(read)).toEqual([2, 1, 1, 0, 1])
    expect(read('journal_mode')).toBe('wal')
    await register.close()
  }
})

test.each([
  ['an unknown code', "INSERT INTO release_event (title, country, basis) VALUES ('x', 'BY', 'escape')"],
  ['a day that does not exist', "INSERT INTO release_event (title, country, date_edtf, date_earliest, date_latest, date_basis) VALUES ('x', 'BY', '2023-02-30', '2023-02-30', '2023-02-30', 'stated')"],
  ['a count below zero', "INSERT INTO release_count (release_event_id, dimension, cell, lowest, best, highest) VALUES (1, 'total', 'all', -1, -1, -1)"],
  ['a second used claim for one cell', "INSERT INTO release_count (release_event_id, dimension, cell, lowest, best, highest) VALUES (1, 'total', 'all', 5, 5, 5), (1, 'total', 'all', 6, 6, 6)"],
  ['a destination for someone who refused to leave', "INSERT INTO release_person (release_event_id, detainee_id, destination, destination_state) VALUES (1, 1, 'LT', 'refused_departure')"],
  ['a day of being taken on, without the country', "INSERT INTO release_person (release_event_id, detainee_id, onward_edtf, onward_earliest, onward_latest, onward_basis) VALUES (1, 1, '2026', '2026-01-01', '2026-12-31', 'stated')"],
  ['an event that is not there', "INSERT INTO event_note (release_event_id, kind, text) VALUES (77, 'context', 'x')"],
])('the tables themselves refuse %s', async (_what, statement) => {
  const { raw } = await emptyRegister()
  raw.exec("BEGIN; INSERT INTO changeset (kind, author, reason, made_at) VALUES ('new', 'A', 'r', '2026-01-01T00:00:00Z'); INSERT INTO open_changeset VALUES (1, 1)")
  raw.exec("INSERT INTO release_event (title, country) VALUES ('x', 'BY'); INSERT INTO detainee (sex) VALUES ('f'); INSERT INTO destination (code) VALUES ('LT')")
  expect(() => raw.exec(statement)).toThrow(/constraint failed/)
})
