import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { Register } from '../db/register.ts'
import { editionFile } from './edition-index.ts'
import { fileHolds, writtenForms } from './find-bytes.ts'
import { findEditions } from './find-editions.ts'

/** Labels of the kept editions in whose file one of the names is written. */
export const editionsNaming = async (
  editionsDir: string,
  db: Kysely<Register>,
  { names, others }: { readonly names: readonly string[]; readonly others: readonly string[] },
): Promise<string[]> => {
  const forms = writtenForms(names, others)
  const labels: string[] = []
  for (const edition of forms.length === 0 ? [] : await findEditions(db)) {
    const file = editionFile(editionsDir, edition)
    if (existsSync(file) && (await fileHolds(file, forms))) labels.push(edition.label)
  }
  return labels
}
