import { memo } from 'react'
import { SelectField, TextArea, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { basisLabels } from '#contract/codes.ts'
import { CountryField } from '#client/components/entry/country-field.tsx'
import { DateField } from '#client/components/entry/date-field.tsx'
import type { EvidenceDraft } from '#client/components/entry/entry-draft.ts'
import type { Draft, EventField } from './draft.ts'
import { EvidenceDisclosure } from '#client/components/entry/evidence-disclosure.tsx'
import { useField, useForm } from '#client/components/entry/form-context.ts'
import styles from '#client/components/entry/entry.module.css'
import { eventValues } from './stated-values.ts'

type EventValues = Pick<Draft, EventField | 'evidence'>

/** The event itself: what it is called, when, from where, on what basis. */
export const EventSection = memo(
  ({ event: { title, date, country, basis, summary, evidence } }: { event: EventValues }) => {
    const { change } = useForm<Draft>()
    const set = (field: EventField) => (text: string) => change((draft) => ({ ...draft, [field]: text }))
    const values = eventValues({ title, date, country, basis, summary })
    const support = (field: EventField, of: string) => (
      <EvidenceDisclosure
        of={of}
        evidence={evidence[field]}
        current={{ [field]: values[field] }}
        values={[{ name: field, label: of }]}
        onChange={(next: readonly EvidenceDraft[]) =>
          change((draft) => ({ ...draft, evidence: { ...draft.evidence, [field]: next } }))
        }
      />
    )
    return (
      <Section title="The event">
        <div className={styles.stack}>
          <div>
            <TextField
              {...useField('event-title')}
              label="Title"
              hint="Short and plain: the country and how many were released."
              value={title}
              onChange={(input) => set('title')(input.target.value)}
            />
            {evidence.title.length === 0 ? null : support('title', 'the title')}
          </div>
          <div>
            <DateField
              id="event-date"
              label="Date"
              hint="As you would write it: 13 December 2025, 2025-12, about June 2025, not stated."
              text={date}
              onText={set('date')}
            />
            {support('date', 'the date')}
          </div>
          <div>
            <CountryField id="event-country" label="Releasing country" text={country} onText={set('country')} />
            {support('country', 'the releasing country')}
          </div>
          <div>
            <SelectField
              {...useField('event-basis')}
              label="Basis"
              value={basis}
              options={optionsOf(basisLabels)}
              onChange={(input) => set('basis')(input.target.value)}
            />
            {support('basis', 'the basis')}
          </div>
          <div>
            <TextArea
              {...useField('event-summary')}
              label="Summary"
              hint="A few sentences for the reader. Name nobody who is not fully public."
              rows={3}
              value={summary}
              onChange={(input) => set('summary')(input.target.value)}
            />
            {support('summary', 'the summary')}
          </div>
        </div>
      </Section>
    )
  },
)
