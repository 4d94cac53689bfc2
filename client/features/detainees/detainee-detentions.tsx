import { Facts } from '#client/components/layout/facts.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { counted } from '#contract/charts/format-count.ts'
import { endReasonLabels, sentenceKindLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { Detainee } from '#contract/detainees.ts'
import styles from './detainee.module.css'

type Detention = Detainee['detentions'][number]

export const DetaineeDetentions = ({ person: { detentions, evidence } }: { person: Detainee }) => (
  <ol className={styles.detentions}>
    {detentions.map((detention) => (
      <li key={detention.id}>
        <h3>Held by {countryName(detention.country)}</h3>
        <One detention={detention} evidence={evidence} />
      </li>
    ))}
  </ol>
)

const One = ({ detention, evidence }: { detention: Detention; evidence: Detainee['evidence'] }) => {
  const { id, arrest, end, endReason, place, authority, charges, sentences } = detention
  const on = (...fields: string[]) => evidenceFor(evidence, 'detention', id, ...fields)
  return (
    <Facts
      facts={[
        {
          label: 'Arrested',
          value: (
            <>
              <StatedDateText date={arrest} />
              <EvidenceMark evidence={on('arrest')} of="the date of arrest" stated={arrest.edtf !== null} />
            </>
          ),
        },
        {
          label: 'Ended',
          value: (
            <>
              <StatedDateText date={end} />
              {endReason === null ? null : <> ({endReasonLabels[endReason].toLowerCase()})</>}
              <EvidenceMark evidence={on('end', 'endReason')} of="the end of the detention" stated={end.edtf !== null} />
            </>
          ),
        },
        {
          label: 'Where',
          value: (
            <>
              <TextOrNotStated>{place}</TextOrNotStated>
              <EvidenceMark evidence={on('place')} of="the place of detention" stated={place !== null} />
            </>
          ),
        },
        {
          label: 'Authority',
          value: (
            <>
              <TextOrNotStated>{authority}</TextOrNotStated>
              <EvidenceMark evidence={on('authority')} of="the authority" stated={authority !== null} />
            </>
          ),
        },
        {
          label: 'Charges',
          value: (
            <Several empty={charges.length === 0}>
              {charges.map((charge) => (
                <li key={charge.id}>
                  Article {charge.article}
                  {charge.codeOfLaw === null ? '' : `, ${charge.codeOfLaw}`}
                  {charge.text === null ? '' : `: ${charge.text}`}
                  <EvidenceMark evidence={evidenceFor(evidence, 'charge', charge.id)} of={`the charge under ${charge.article}`} />
                </li>
              ))}
            </Several>
          ),
        },
        {
          label: 'Sentences',
          value: (
            <Several empty={sentences.length === 0}>
              {sentences.map(({ id: sentenceId, kind, lengthText, lengthDays, sentenced }) => (
                <li key={sentenceId}>
                  {sentenceKindLabels[kind]}
                  {lengthText === null ? (lengthDays === null ? '' : `, ${counted(lengthDays, 'day', 'days')}`) : `, ${lengthText}`}
                  {'; passed: '}
                  <StatedDateText date={sentenced} />
                  <EvidenceMark evidence={evidenceFor(evidence, 'sentence', sentenceId)} of="this sentence" />
                </li>
              ))}
            </Several>
          ),
        },
      ]}
    />
  )
}

const Several = ({ empty, children }: { empty: boolean; children: React.ReactNode }) =>
  empty ? <TextOrNotStated>{null}</TextOrNotStated> : <ul className={styles.several}>{children}</ul>
