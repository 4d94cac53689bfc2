import type { Generated } from 'kysely'
import type { ImportKind } from '#contract/import-fields.ts'

/** The desk's tables for imports; what they hold is as confidential as the files that were sent. */
export type ImportTables = {
  import_job: {
    id: Generated<number>
    kind: ImportKind
    file_name: string
    bytes: number
    sha256: string
    state: 'mapping' | 'checked' | 'submitted' | 'applied' | 'closed'
    settings: string | null
    preview: string | null
    counts: string | null
    read_as: string | null
    message: string | null
    author_id: string
    version: Generated<number>
    created_at: string
    updated_at: string
    proposal_id: number | null
    checked_as: string | null
  }
  import_row: {
    import_id: number
    row: number
    cells: string
    fixes: string | null
    keep: string | null
    left_out: Generated<number>
    person: string | null
    person_reason: string | null
    state: Generated<'unchecked' | 'fine' | 'warning' | 'question' | 'error' | 'left_out'>
    title: Generated<string>
    problems: Generated<string>
    record: string | null
    not_person: string | null
  }
  import_profile: {
    id: Generated<number>
    name: string
    settings: string
    updated_at: string
    updated_by: string
  }
}
