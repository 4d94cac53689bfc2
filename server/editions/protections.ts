import { type Kysely, sql } from 'kysely'
import { protectionLabels } from '#contract/compare.ts'
import { codeOf } from '#contract/codes.ts'
import { z } from '#contract/zod.ts'
import type { Records } from '../db/records.ts'

/** Why someone was taken out of an edition after it was published, how many, and when (ISO 8601 in UTC). Never who. */
const Protection = z.object({ reason: codeOf(protectionLabels), people: z.number().int().positive(), at: z.string() })
export type Protection = z.infer<typeof Protection>
export type ProtectionReason = Protection['reason']

/** The fact of an edition file that holds its protections as JSON; a file that was never revised has none. */
export const protectionsFact = 'protections'

export const findProtections = async (db: Kysely<Records>): Promise<Protection[]> => {
  const { rows } = await sql<{ value: string }>`SELECT value FROM edition_fact WHERE name = ${protectionsFact}`.execute(db)
  const [fact] = rows
  return fact ? z.array(Protection).parse(JSON.parse(fact.value)) : []
}
