import { Link, useParams } from '@tanstack/react-router'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { type Detainee, getDetainee } from '#contract/detainees.ts'
import { DetaineeDetentions } from './detainee-detentions.tsx'
import { DetaineeFacts } from './detainee-facts.tsx'
import { DetaineeNames } from './detainee-names.tsx'
import { DetaineeRecognitions } from './detainee-recognitions.tsx'
import { DetaineeReleases } from './detainee-releases.tsx'

export const DetaineePage = () => {
  const { id } = useParams({ strict: false })
  const { kept, dropped } = usePageSearch(getDetainee.query)
  const person = useAnswer(getDetainee, { params: { id: id ?? '' } })
  return (
    <>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={person} what="the person" page>
        {(data) => <Person person={data} />}
      </Answered>
    </>
  )
}

const Person = ({ person }: { person: Detainee }) => {
  const name = person.names.find(({ kind }) => kind === 'primary') ?? person.names[0] ?? null
  return (
    <>
      <PageHeading
        title={<PersonName name={name?.text ?? null} lang={name?.lang ?? null} />}
        tab={name?.text ?? 'Name withheld'}
        above={`Detainee ${person.ref}`}
      />
      {person.visibility === 'name_withheld' ? (
        <Notice>This person’s name is not made public, for their safety. They are counted like anyone else.</Notice>
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
      <DetaineeFacts person={person} />
      {person.names.length === 0 ? null : (
        <Section title="Names" note="As sources write them">
          <DetaineeNames person={person} />
        </Section>
      )}
      <Section title="Releases">
        {person.releases.length === 0 ? <Empty title="No release is on record." /> : <DetaineeReleases person={person} />}
      </Section>
      <Section title="Detention, charges and sentences">
        {person.detentions.length === 0 ? (
          <Empty title="No source in the register tells of the arrest, the charges or the sentence." />
        ) : (
          <DetaineeDetentions person={person} />
        )}
      </Section>
      <Section title="Recognised as a political prisoner" note="An act of whoever recognises, not of this register">
        {person.recognitions.length === 0 ? (
          <Empty title="No recognition is on record." />
        ) : (
          <DetaineeRecognitions person={person} />
        )}
      </Section>
    </>
  )
}
