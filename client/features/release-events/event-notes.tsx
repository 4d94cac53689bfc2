import { Section } from '#client/components/layout/section.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { noteKindLabels } from '#contract/codes.ts'
import type { ReleaseEvent } from '#contract/release-events.ts'
import styles from './release-event.module.css'

type Kind = keyof typeof noteKindLabels

const headings: Readonly<Record<Kind, string>> = {
  negotiation: 'How it came about',
  reaction: 'Reactions',
  conditions: 'Conditions in detention',
  outlook: 'Outlook',
  context: 'Context',
}

/** What was said around the release, in the register's words, each held to its source. */
export const EventNotes = ({ event: { notes, evidence } }: { event: ReleaseEvent }) => {
  const kinds = (Object.keys(headings) as Kind[]).filter((kind) => notes.some((note) => note.kind === kind))
  return (
    <Section title="Notes">
      {kinds.map((kind) => (
        <div key={kind}>
          <h3 className={styles.kind}>{headings[kind]}</h3>
          <ul className={styles.list}>
            {notes
              .filter((note) => note.kind === kind)
              .map(({ id, text, saidBy, saidByRole }) => (
                <li key={id}>
                  <p className={styles.note}>
                    {text}
                    <EvidenceMark evidence={evidenceFor(evidence, 'event_note', id)} of="this note" />
                  </p>
                  {saidBy === null ? null : (
                    <p className={styles.small}>
                      {saidBy}
                      {saidByRole === null ? '' : `, ${saidByRole}`}
                    </p>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
