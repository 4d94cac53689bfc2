import { useMemo } from 'react'
import { EntryForm } from '#client/components/entry/entry-form.tsx'
import { SourcesSection } from '#client/components/entry/sources-section.tsx'
import { CountsSection } from './counts-section.tsx'
import type { Draft } from './draft.ts'
import { EventSection } from './event-section.tsx'
import { LinksSection } from './links-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { partitionHints } from './partition-hints.ts'
import { PeopleSection } from './people-section.tsx'
import { PublicView } from './public-view.tsx'
import { type ReleaseEventStart, releaseEventForm } from './release-event.form.ts'
import { warningsOfDraft } from './warnings-of-draft.ts'

/** The one form for a release event: a new one, a correction, a proposal taken up again. */
export const ReleaseEventForm = ({ start }: { start: ReleaseEventStart }) => (
  <EntryForm
    kind={releaseEventForm}
    start={start}
    warningsOf={warningsOfDraft}
    publicView={(draft) => <PublicView draft={draft} />}
  >
    {(draft) => <Parts draft={draft} />}
  </EntryForm>
)

const Parts = ({ draft }: { draft: Draft }) => {
  const { sources, counts, people, links, notes, names, finders, title, date, country, basis, summary, evidence } = draft
  const event = useMemo(
    () => ({ title, date, country, basis, summary, evidence }),
    [title, date, country, basis, summary, evidence],
  )
  const hints = useMemo(() => partitionHints({ counts, people }), [counts, people])
  return (
    <>
      <SourcesSection sources={sources} text={finders.sources} />
      <EventSection event={event} />
      <CountsSection counts={counts} hints={hints} />
      <PeopleSection people={people} text={finders.people} names={names} />
      <LinksSection links={links} text={finders.links} />
      <NotesSection notes={notes} />
    </>
  )
}
