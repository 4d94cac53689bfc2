import { Facts } from '#client/components/layout/facts.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { withKeys } from '#client/lib/with-keys.ts'
import { counted, formatNumber } from '#contract/charts/format-count.ts'
import type { RedactionPreview, Touches } from '#contract/redaction.ts'
import styles from './redaction.module.css'

/** What a redaction would touch, by place; texts of records one by one. */
export const WhatItTouches = ({
  touches: { names, texts, history, reasons, desk, editions },
  first,
  children,
}: {
  touches: Touches
  first?: readonly { readonly label: string; readonly value: string }[]
  /** How the texts were found. */
  children: string
}) => (
  <>
    <Section title="What it will touch">
      <Facts
        facts={[
          ...(first ?? []),
          { label: 'Names, former ones too', value: formatNumber(names) },
          { label: 'Texts of records', value: formatNumber(texts.length) },
          { label: 'Of these emptied whole', value: formatNumber(texts.filter(({ whole }) => whole).length) },
          { label: 'Values in the history', value: formatNumber(history) },
          { label: 'Reasons given for changes', value: formatNumber(reasons) },
          ...desk.map(({ place, count }) => ({ label: place, value: formatNumber(count) })),
          { label: 'Editions rewritten', value: editions.length === 0 ? 'none' : editions.join(', ') },
        ]}
      />
    </Section>
    <Section title="Texts of records that carry it" note={counted(texts.length, 'text', 'texts')}>
      <p>{children}</p>
      <ul className={styles.texts}>
        {withKeys(texts, ({ record, field }) => `${record} ${field}`).map(({ key, item: { record, page, field, whole } }) => (
          <li key={key}>
            <a href={page}>{record}</a>: {field.replaceAll('_', ' ')}, {whole ? 'emptied whole' : 'only the words go'}
          </li>
        ))}
      </ul>
    </Section>
  </>
)

export const howWordsAreFound =
  'The words are looked for in any case, whatever stands between them. A text in which they stand in another writing too is emptied whole; so are an original kept of a source that carries them and the file of an import.'

/** Of a person, and of whoever was merged into them. */
export const PersonTouches = ({ preview }: { preview: RedactionPreview }) => (
  <WhatItTouches touches={preview} first={[{ label: 'People', value: [preview.person, ...preview.alsoMerged].map((number) => `D-${number}`).join(', ') }]}>
    Texts are looked for by every spelling known and by sound, and emptied whole. One that is about somebody else with a name like this has to be reworded first.
  </WhatItTouches>
)
