import { Link, useParams } from '@tanstack/react-router'
import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { RecordActions } from '#client/components/layout/record-actions.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { RecordFiles } from '#client/components/records/record-files.tsx'
import { RecordSources } from '#client/components/records/record-sources.tsx'
import { RecordTools } from '#client/components/records/record-tools.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { type Detainee, getDetainee, listDetainees } from '#contract/detainees.ts'
import { getDetaineeExports } from '#contract/exports.ts'
import { DetaineeFacts } from './detainee-facts.tsx'
import { DetaineeLife } from './detainee-life.tsx'
import { DetaineeNames } from './detainee-names.tsx'
import { DetaineeRecognitions } from './detainee-recognitions.tsx'
import { DetaineeReleases } from './detainee-releases.tsx'
import { SameName } from './same-name.tsx'
import styles from './detainee.module.css'

export const DetaineePage = () => {
  const { id } = useParams({ strict: false })
  const { kept, dropped } = usePageSearch(getDetainee.query)
  const person = useAnswer(getDetainee, { params: { id: id ?? '' } })
  return (
    <>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={person} what="the person" page>
        {(data) => <Person person={data} kept={kept} />}
      </Answered>
    </>
  )
}

const Person = ({ person, kept }: { person: Detainee; kept: SearchText }) => {
  const name = person.names.find(({ kind }) => kind === 'primary') ?? person.names[0] ?? null
  return (
    <>
      <PageHeading
        title={<PersonName name={name?.text ?? null} lang={name?.lang ?? null} />}
        tab={name?.text ?? 'Name withheld'}
        above={`Detainee ${person.ref}`}
      />
      <RecordTools title={`${name?.text ?? 'Name withheld'}, detainee ${person.ref}`}>
        <CiteButton kept={kept} of="this person’s page" />
        <RecordFiles
          endpoint={getDetainee}
          params={{ id: person.ref }}
          rest={{ rows: person.evidence.length, of: 'evidence' }}
          packaged={{ list: listDetainees, sizes: getDetaineeExports, id: person.id }}
        />
      </RecordTools>
      {person.mergedInto === null ? <RecordActions record="detainee" id={person.id} /> : null}
      {person.visibility === 'name_withheld' ? (
        <Notice>
          This person’s name is not made public, for their safety, and nothing is that could lead to it. They are counted
          like anyone else.
        </Notice>
      ) : null}
      {person.mergedInto === null ? null : (
        <Notice tone="caution">
          This record was found to be the same person as{' '}
          <Link to="/detainees/$id" params={{ id: `D-${person.mergedInto}` }}>
            D-{person.mergedInto}
          </Link>
          , where everything is kept.
        </Notice>
      )}
      {name === null || person.mergedInto !== null ? null : <SameName id={person.id} name={name.text} />}
      {isKeptBack(person) ? <KeptBack person={person} /> : <Known person={person} />}
    </>
  )
}

/** True where the public file holds of a person only that they were released. */
const isKeptBack = ({ visibility, names, evidence }: Detainee): boolean =>
  visibility === 'name_withheld' && names.length === 0 && evidence.length === 0

const KeptBack = ({ person }: { person: Detainee }) => (
  <Section title="Releases">
    <DetaineeLife person={person} />
  </Section>
)

const Known = ({ person }: { person: Detainee }) => (
  <>
    <DetaineeFacts person={person} />
    {person.names.length === 0 ? null : (
      <Section title="Names" note="As sources write them">
        <DetaineeNames person={person} />
      </Section>
    )}
    <Section title="A life in detention" note="Each entry with its date as stated">
      {person.detentions.length === 0 && person.releases.length === 0 ? null : <DetaineeLife person={person} />}
      {person.detentions.length > 0 ? null : (
        <p className={styles.untold}>No source in the register tells of the arrest, the charges or the sentence.</p>
      )}
    </Section>
    <Section title="Recognised as a political prisoner" note="An act of whoever recognises, not of this register">
      {person.recognitions.length === 0 ? (
        <Empty title="No recognition is on record." />
      ) : (
        <DetaineeRecognitions person={person} />
      )}
    </Section>
    <Section title="Releases">
      {person.releases.length === 0 ? <Empty title="No release is on record." /> : <DetaineeReleases person={person} />}
    </Section>
    <Section title="Sources">
      <RecordSources evidence={person.evidence} />
    </Section>
  </>
)
