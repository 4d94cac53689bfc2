import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AfterRelease } from '#client/components/records/after-release.tsx'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { Place } from '#client/components/values/place.tsx'
import { TextOrNotStated, Withheld } from '#client/components/values/text-or-not-stated.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { counted } from '#contract/charts/format-count.ts'
import { inSentence } from '#contract/charts/place-words.ts'
import { endReasonLabels, sentenceKindLabels } from '#contract/codes.ts'
import type { Evidence } from '#contract/common.ts'
import type { Detainee } from '#contract/detainees.ts'
import styles from './detainee.module.css'

type Detention = Detainee['detentions'][number]
type Said = { readonly evidence: readonly Evidence[] }

const Small = ({ children }: { children: ReactNode }) => <p className={styles.small}>{children}</p>

export const ArrestEntry = ({ detention: { id, country, place, authority }, again, evidence }: Said & { detention: Detention; again: boolean }) => {
  const on = (...fields: string[]) => evidenceFor(evidence, 'detention', id, ...fields)
  return (
    <>
      <p className={styles.event}>
        {again ? 'Arrested again' : 'Arrested'} in {inSentence(country)}
        <EvidenceMark evidence={on('country')} of="the country that held the person" stated={false} />
      </p>
      <Small>
        Place: <TextOrNotStated>{place}</TextOrNotStated>
        <EvidenceMark evidence={on('place')} of="the place of detention" stated={place !== null} /> · authority:{' '}
        <TextOrNotStated>{authority}</TextOrNotStated>
        <EvidenceMark evidence={on('authority')} of="the authority" stated={authority !== null} />
      </Small>
    </>
  )
}

export const ChargeEntry = ({ charge: { id, article, codeOfLaw, text }, evidence }: Said & { charge: Detention['charges'][number] }) => (
  <>
    <p className={styles.event}>
      Charged under article {article}
      {codeOfLaw === null ? '' : `, ${codeOfLaw}`}
      <EvidenceMark evidence={evidenceFor(evidence, 'charge', id)} of={`the charge under ${article}`} />
    </p>
    {text === null ? null : <Small>{text}</Small>}
  </>
)

export const SentenceEntry = ({ sentence: { id, kind, lengthText, lengthDays }, evidence }: Said & { sentence: Detention['sentences'][number] }) => {
  const length = lengthText ?? (lengthDays === null ? null : counted(lengthDays, 'day', 'days'))
  return (
    <p className={styles.event}>
      Sentenced: {kind === 'not_stated' ? <TextOrNotStated>Not stated</TextOrNotStated> : sentenceKindLabels[kind].toLowerCase()}, length{' '}
      <TextOrNotStated>{length}</TextOrNotStated>
      <EvidenceMark evidence={evidenceFor(evidence, 'sentence', id, 'kind', 'lengthText', 'lengthDays')} of="this sentence" />
    </p>
  )
}

export const EndEntry = ({ detention: { id, country, endReason }, isTransfer, evidence }: Said & { detention: Detention; isTransfer: boolean }) => (
  <p className={styles.event}>
    {isTransfer ? 'Transferred' : `Detention in ${inSentence(country)} ended`}
    {isTransfer ? null : (
      <>
        : <TextOrNotStated>{endReason === null || endReason === 'not_stated' ? 'Not stated' : endReasonLabels[endReason].toLowerCase()}</TextOrNotStated>
      </>
    )}
    <EvidenceMark
      evidence={evidenceFor(evidence, 'detention', id, 'endReason')}
      of="how the detention ended"
      stated={endReason !== null && endReason !== 'not_stated'}
    />
  </p>
)

export const ReleaseEntry = ({
  release,
  isRefusal,
  isNamed,
  evidence,
}: Said & { release: Detainee['releases'][number]; isRefusal: boolean; isNamed: boolean }) => {
  const { id, destination, destinationState, releaseEvent } = release
  return (
    <>
      <p className={styles.event}>
        Released by {inSentence(releaseEvent.country)}
        {isRefusal ? ', refused to leave' : ''}
        <EvidenceMark
          evidence={evidenceFor(evidence, 'release_person', id)}
          of={isRefusal ? `this refusal, ${releaseEvent.ref}` : `this release, ${releaseEvent.ref}`}
          // What would lead to a withheld name is withheld with it.
          stated={isNamed}
        />
      </p>
      <Small>
        <Link to="/release-events/$id" params={{ id: releaseEvent.ref }}>
          {releaseEvent.title}
        </Link>
        {isRefusal ? null : (
          <>
            {' '}
            · destination:{' '}
            {!isNamed && destination === null ? <Withheld /> : <Place code={destination} releasedIn={releaseEvent.country} state={destinationState} />}
          </>
        )}
      </Small>
      <AfterRelease release={release} evidence={evidence} of={`this release, ${releaseEvent.ref}`} className={styles.small} />
    </>
  )
}
