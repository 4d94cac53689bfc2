import type { Register } from '../db/register.ts'
import { openForPublishing } from '../db/sqlite.ts'
import { chainHead } from './chain-head.ts'
import { preparation } from './published-columns.ts'
import { type Refusal, findNamesakes, findRefusals } from './withheld-names.ts'

export type FoundNames = {
  readonly refusals: readonly Refusal[]
  readonly namesakes: readonly number[]
  /** The head of the register's hash chain as it was read: every change of a record moves it. Null: nothing is in it. */
  readonly chain: string | null
}

/** What a publication with this note would be refused for, and public people called like someone who is not. */
export const lookForNames = async (registerFile: string, note?: string): Promise<FoundNames> => {
  const register = openForPublishing<Register>(registerFile)
  try {
    register.raw.exec('BEGIN')
    for (const statement of preparation) register.raw.exec(statement)
    return { refusals: findRefusals(register.raw, note), namesakes: findNamesakes(register.raw), chain: chainHead(register.raw)?.chain ?? null }
  } finally {
    await register.close()
  }
}
