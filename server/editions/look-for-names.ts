import type { Register } from '../db/register.ts'
import { openForPublishing } from '../db/sqlite.ts'
import { preparation } from './published-columns.ts'
import { type Refusal, findNamesakes, findRefusals } from './withheld-names.ts'

export type FoundNames = { readonly refusals: readonly Refusal[]; readonly namesakes: readonly number[] }

/** What a publication would be refused for, and public people called like someone who is not. */
export const lookForNames = async (registerFile: string): Promise<FoundNames> => {
  const register = openForPublishing<Register>(registerFile)
  try {
    register.raw.exec('BEGIN')
    for (const statement of preparation) register.raw.exec(statement)
    return { refusals: findRefusals(register.raw), namesakes: findNamesakes(register.raw) }
  } finally {
    await register.close()
  }
}
