import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Detainee } from '#contract/detainees.ts'
import type { Records } from '../../db/records.ts'
import type { Opened } from '../../db/sqlite.ts'
import { type Body, keptStatement } from '../common/kept-statement.ts'
import { aloneJson, anyoneJson } from './detainee-json.ts'

/*
 * One person as one statement: what a page of a person costs is otherwise mostly the making of ten
 * statements and the checking of their rows.
 */

/** Someone into whom nobody was merged, as nearly everybody is: in two thirds of the time. */
const alone = (id: number) => sql<Body>`
  SELECT CAST(${sql.raw(aloneJson.sql)} AS BLOB) AS body FROM detainee AS person
  WHERE person.id = ${id} AND NOT EXISTS (SELECT 1 FROM detainee AS merged WHERE merged.merged_into = person.id)`

const anyone = (id: number) => sql<Body>`
  WITH own (id) AS MATERIALIZED (SELECT ${id} AS id UNION ALL SELECT merged.id FROM detainee AS merged WHERE merged.merged_into = ${id})
  SELECT CAST(${sql.raw(anyoneJson.sql)} AS BLOB) AS body FROM detainee AS person WHERE person.id = ${id}`

const findAlone = keptStatement(alone)
const findAnyone = keptStatement(anyone)

/**
 * One person with everything known of them, and of whoever was merged into them, as JSON. A person
 * merged into another is answered as entered, with the number of the one kept. Null: there is none.
 */
export const findDetaineeJson = async (db: Kysely<Records>, id: number): Promise<Buffer | null> =>
  (await findAlone(db, id)) ?? (await findAnyone(db, id))

/** The same of a file that nobody writes, asked at once: Kysely and its promises cost a fifth of such an answer. */
export const detaineeReader = ({ db, raw }: Opened<Records>): ((id: number) => Buffer | null) => {
  const prepare = (asked: (id: number) => RawBuilder<Body>): ((id: number) => Buffer | undefined) => {
    const { sql: text, parameters } = asked(0).compile(db)
    const statement = raw.prepare<unknown[], Buffer>(text).pluck()
    return (id) => statement.get(...parameters.map(() => id))
  }
  const [readAlone, readAnyone] = [prepare(alone), prepare(anyone)]
  return (id) => readAlone(id) ?? readAnyone(id) ?? null
}

/** The same, read. */
export const findDetainee = async (db: Kysely<Records>, id: number): Promise<Detainee | null> => {
  const body = await findDetaineeJson(db, id)
  return body === null ? null : (JSON.parse(body.toString()) as Detainee)
}
