import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openForPublishing } from '#server/db/sqlite.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { releasedFolder, releasedSchemas } from '../support/released.ts'

/** All that a register holds, tables and rows, but for when each migration was applied. */
const contentOf = (raw: Database.Database): Record<string, unknown> => {
  const schema = raw.prepare<[], { name: string; type: string; sql: string }>("SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").all()
  const rows = schema
    .filter(({ type, name }) => type === 'table' && name !== 'migration')
    .map(({ name }) => [name, raw.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`).all()])
  return { schema, ...Object.fromEntries(rows), migrations: raw.prepare('SELECT name FROM migration ORDER BY name').all() }
}

const parts = 40
const program = fileURLToPath(new URL('support/upgrade-and-die.ts', import.meta.url))
const upgrade = (file: string, dieAt: number) => promisify(execFile)(process.execPath, [program, file, String(dieAt)])

test.each(releasedSchemas)('an upgrade from %s, killed anywhere and begun again, ends as one that was not', async (schema) => {
  const config = await releasedFolder(schema)
  const file = registerFile(config.dataDir)
  await copyFile(file, `${file}.old`)
  const last = Number((await upgrade(file, 0)).stdout)
  const whole = openForPublishing(file)
  const expected = contentOf(whole.raw)
  await whole.close()
  expect(last).toBeGreaterThan(20)
  for (let part = 1; part <= parts; part += 1) {
    await copyFile(`${file}.old`, file)
    await expect(upgrade(file, Math.ceil((last * part) / parts))).rejects.toMatchObject({ signal: 'SIGKILL' })
    const again = await openRegister(config.dataDir)
    const content = contentOf(again.raw)
    await again.close()
    expect(content, `killed after part ${part} of ${parts}`).toEqual(expected)
  }
})
