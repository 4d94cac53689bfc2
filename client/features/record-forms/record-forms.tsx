import { EntryForm } from '#client/components/entry/entry-form.tsx'
import { SourcesSection } from '#client/components/entry/sources-section.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { detaineeShape } from '#contract/detainee-write.ts'
import { sanctionsActionShape } from '#contract/sanctions-action-write.ts'
import { sourceShape } from '#contract/source-record-write.ts'
import { type RecordStart, detaineeForm, sanctionsActionForm, sourceForm } from './form-kinds.ts'
import { PossiblySame } from './possibly-same.tsx'
import type { RecordDraft } from './record-draft.ts'
import { RecordSection } from './record-section.tsx'
import { RowList } from './row-list.tsx'
import { warningsOfAction, warningsOfPerson, warningsOfSource } from './warnings-of-draft.ts'

type FormProps = { readonly start: RecordStart }

const notes: Readonly<Record<string, { readonly title: string; readonly note: string }>> = {
  names: { title: 'Names', note: 'Each spelling a source uses, in its own script: one of them is the name they go by' },
  citizenships: { title: 'Citizenships', note: 'Only what a source says' },
  detentions: { title: 'Detentions', note: 'Each period in custody, with its charges and sentences' },
  recognitions: { title: 'Recognitions', note: 'Who recognises them as a political prisoner, when, by which criteria' },
}

const PersonParts = ({ draft, recordId }: { draft: RecordDraft; recordId: number | null }) => {
  const [names, ...rest] = detaineeShape.parts
  return (
    <>
      <SourcesSection sources={draft.sources} text={draft.finders['sources'] ?? ''} />
      {names === undefined ? null : (
        <Section title={notes[names.name]?.title ?? ''} note={notes[names.name]?.note}>
          <RowList shape={names} rows={draft.lists[names.name] ?? []} />
          <PossiblySame draft={draft} of={recordId} />
        </Section>
      )}
      <RecordSection shape={detaineeShape} title="The person" values={draft.values} evidence={draft.evidence} />
      {rest.map((part) => (
        <Section key={part.name} title={notes[part.name]?.title ?? ''} note={notes[part.name]?.note}>
          <RowList shape={part} rows={draft.lists[part.name] ?? []} />
        </Section>
      ))}
    </>
  )
}

/** The one form for a person: a new one, a correction, a proposal taken up again. */
export const DetaineeForm = ({ start }: FormProps) => (
  <EntryForm kind={detaineeForm} start={start} warningsOf={warningsOfPerson}>
    {(draft) => <PersonParts draft={draft} recordId={start.base.recordId} />}
  </EntryForm>
)

export const SanctionsActionForm = ({ start }: FormProps) => (
  <EntryForm kind={sanctionsActionForm} start={start} warningsOf={warningsOfAction}>
    {(draft) => (
      <>
        <SourcesSection sources={draft.sources} text={draft.finders['sources'] ?? ''} />
        <RecordSection shape={sanctionsActionShape} title="The action" values={draft.values} evidence={draft.evidence} />
      </>
    )}
  </EntryForm>
)

export const SourceForm = ({ start }: FormProps) => (
  <EntryForm kind={sourceForm} start={start} warningsOf={warningsOfSource}>
    {(draft) => <RecordSection shape={sourceShape} title="The source" values={draft.values} evidence={draft.evidence} />}
  </EntryForm>
)
