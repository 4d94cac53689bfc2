import { expect, onTestFinished } from 'vitest'
import type { z } from '#contract/zod.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { registerRecords } from '#server/register/record-file.ts'
import { type Answer, readApi } from '../../../support/read-api.ts'

export type Ask = {
  /** The answer at an address, parsed by the schema of the contract; it must be a 200. */
  readonly ask: <Schema extends z.ZodType>(schema: Schema, path: string) => Promise<z.output<Schema>>
  readonly get: (path: string) => Promise<Answer>
}

/** The real read routes over a register, closed when the test ends. */
export const askRegister = async (register: Opened<Register>): Promise<Ask> => {
  const api = await readApi(registerRecords(register))
  onTestFinished(() => api.close())
  return {
    get: api.get,
    ask: async (schema, path) => {
      const answer = await api.get(path)
      expect(answer.status, `${path} ${answer.text.slice(0, 300)}`).toBe(200)
      return schema.parse(answer.json())
    },
  }
}
