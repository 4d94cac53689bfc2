import { memo } from 'react'
import { EvidenceDisclosure } from '#client/components/entry/evidence-disclosure.tsx'
import entry from '#client/components/entry/entry.module.css'
import { useForm } from '#client/components/entry/form-context.ts'
import { Section } from '#client/components/layout/section.tsx'
import type { RowShape } from '#contract/record-shape.ts'
import { fieldId } from './body-from-draft.ts'
import type { RecordDraft } from './record-draft.ts'
import { RecordField } from './record-field.tsx'
import { statedValues } from './typed-values.ts'

/** The record's own fields, each with what it rests on. */
export const RecordSection = memo(
  ({ shape, title, note, values, evidence }: { shape: RowShape; title: string; note?: string } & Pick<RecordDraft, 'values' | 'evidence'>) => {
    const { change } = useForm<RecordDraft>()
    const stated = statedValues(shape, values)
    return (
      <Section title={title} {...(note === undefined ? {} : { note })}>
        <div className={entry.stack}>
          {shape.fields.map((field) => (
            <div key={field.name}>
              <RecordField
                field={field}
                table={shape.table}
                id={fieldId(field.name)}
                values={values}
                onText={(text) => change((draft) => ({ ...draft, values: { ...draft.values, [field.name]: text } }))}
              />
              {shape.supported.includes(field.name) ? (
                <EvidenceDisclosure
                  of={`“${field.label}”`}
                  evidence={evidence[field.name] ?? []}
                  current={{ [field.name]: stated[field.name] ?? null }}
                  values={[{ name: field.name, label: field.label }]}
                  onChange={(next) => change((draft) => ({ ...draft, evidence: { ...draft.evidence, [field.name]: next } }))}
                />
              ) : null}
            </div>
          ))}
        </div>
      </Section>
    )
  },
)
