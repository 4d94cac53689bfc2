import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { Register } from '../db/register.ts'
import { editionFile } from './edition-index.ts'
import { allWrittenForms, fileHolds } from './find-bytes.ts'
import { findEditions } from './find-editions.ts'

/** Labels of the kept editions in whose file one of the names, or of the words, is written. */
export const editionsNaming = async (
  editionsDir: string,
  db: Kysely<Register>,
  sought: { readonly names: readonly string[]; readonly others: readonly string[]; readonly words: readonly string[] },
): Promise<string[]> => {
  const forms = allWrittenForms(sought)
  const labels: string[] = []
  for (const edition of forms.length === 0 ? [] : await findEditions(db)) {
    const file = editionFile(editionsDir, edition)
    if (existsSync(file) && (await fileHolds(file, forms))) labels.push(edition.label)
  }
  return labels
}
