import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { CorrectRecord } from '#client/components/entry/correct-record.tsx'
import { EditProposal } from '#client/components/entry/edit-proposal.tsx'
import { NewRecord } from '#client/components/entry/new-record.tsx'
import { type OpenedDraft, ResumeDraft } from '#client/components/entry/resume-draft.tsx'
import type { Proposal } from '#contract/proposals.ts'
import { type RecordForm, type RecordStart, detaineeForm, sanctionsActionForm, sourceForm } from './form-kinds.ts'
import { DetaineeForm, SanctionsActionForm, SourceForm } from './record-forms.tsx'

type Form = ComponentType<{ start: RecordStart }>
type Page = '/detainees/$id' | '/sanctions-actions/$id' | '/sources/$id'

/** The four pages of a form: to enter, to correct, to edit a proposal, to go on with a draft. */
const pagesOf = (kind: RecordForm, Form: Form, page: Page) => ({
  New: () => <NewRecord kind={kind}>{(start) => <Form start={start} />}</NewRecord>,
  Correct: () => (
    <CorrectRecord
      kind={kind}
      pageOf={(id) => (
        <Link to={page} params={{ id }} target="_blank">
          its page (new tab)
        </Link>
      )}
    >
      {(start) => <Form key={start.base.recordId} start={start} />}
    </CorrectRecord>
  ),
  Edit: ({ proposal }: { proposal: Proposal }) => (
    <EditProposal kind={kind} proposal={proposal}>
      {(start) => <Form start={start} />}
    </EditProposal>
  ),
  Resume: ({ draft }: { draft: OpenedDraft }) => (
    <ResumeDraft kind={kind} draft={draft}>
      {(start) => <Form start={start} />}
    </ResumeDraft>
  ),
})

const detainee = pagesOf(detaineeForm, DetaineeForm, '/detainees/$id')
const sanctionsAction = pagesOf(sanctionsActionForm, SanctionsActionForm, '/sanctions-actions/$id')
const source = pagesOf(sourceForm, SourceForm, '/sources/$id')

export const NewDetaineePage = detainee.New
export const CorrectDetaineePage = detainee.Correct
export const EditDetainee = detainee.Edit
export const ResumeDetainee = detainee.Resume

export const NewSanctionsActionPage = sanctionsAction.New
export const CorrectSanctionsActionPage = sanctionsAction.Correct
export const EditSanctionsAction = sanctionsAction.Edit
export const ResumeSanctionsAction = sanctionsAction.Resume

export const NewSourcePage = source.New
export const CorrectSourcePage = source.Correct
export const EditSource = source.Edit
export const ResumeSource = source.Resume
