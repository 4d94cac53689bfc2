import { detaineeWarnings } from '#contract/detainee-warnings.ts'
import { dayOf } from '#contract/release-event-warnings.ts'
import { sanctionsActionWarnings } from '#contract/sanctions-action-warnings.ts'
import { sourceWarnings } from '#contract/source-warnings.ts'
import type { RecordDraft, RowDraft } from './record-draft.ts'

const today = (): string => dayOf(new Date())

const at = ({ values }: Pick<RowDraft, 'values'>, name: string): string => values[name] ?? ''
const rows = ({ lists }: Pick<RowDraft, 'lists'>, name: string): readonly RowDraft[] => lists[name] ?? []

/** What cannot well be so in the form as it is being filled in: the reviewer will read the same. */
export const warningsOfPerson = (draft: RecordDraft): string[] =>
  detaineeWarnings(
    {
      birth: at(draft, 'birth'),
      status: at(draft, 'status'),
      statusAsOf: at(draft, 'statusAsOf'),
      sources: draft.sources,
      detentions: rows(draft, 'detentions').map((row) => ({
        arrest: at(row, 'arrest'),
        end: at(row, 'end'),
        endReason: at(row, 'endReason') || null,
        sentences: rows(row, 'sentences').map((sentence) => ({ sentenced: at(sentence, 'sentenced') })),
      })),
      recognitions: rows(draft, 'recognitions').map((row) => ({ recognised: at(row, 'recognised') })),
    },
    today(),
  )

export const warningsOfAction = (draft: RecordDraft): string[] =>
  sanctionsActionWarnings(
    {
      action: at(draft, 'action'),
      instrument: at(draft, 'instrument'),
      announced: at(draft, 'announced'),
      issued: at(draft, 'issued'),
      effective: at(draft, 'effective'),
      expires: at(draft, 'expires'),
      sources: draft.sources,
    },
    today(),
  )

export const warningsOfSource = (draft: RecordDraft): string[] => sourceWarnings({ published: at(draft, 'published') }, today())
