import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ProposeAct } from '#client/components/entry/propose-act.tsx'
import { buttonClass } from '#client/components/forms/button.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { type MergeField, type MergeSide, type MergeView, compareForMerge } from '#contract/merge.ts'
import { Choice } from './choice.tsx'
import styles from './duplicates.module.css'
import { Likeness } from './likeness.tsx'
import { NotTheSame } from './not-the-same.tsx'
import { PersonCard } from './person-card.tsx'

/** Two people side by side: what stands is chosen field by field, and their becoming one is proposed. */
export const MergePage = () => {
  const { id = '', other = '' } = useParams({ strict: false })
  const view = useAnswer(compareForMerge, { params: { id, other } })
  return (
    <>
      <PageHeading title="Are these two people one?">
        <p>
          If they are, every name, detention, release and piece of evidence of both is kept under one number, and the
          other number leads there. It can be taken back in full.
        </p>
      </PageHeading>
      <Answered query={view} what="the two people" page>
        {(data) => <Merge key={`${data.keep.version} ${data.drop.version}`} view={data} />}
      </Answered>
    </>
  )
}

const Merge = ({ view }: { view: MergeView }) => {
  const { keep, drop } = view
  const refs = { keep: keep.ref, drop: drop.ref }
  const [fields, setFields] = useState<Partial<Record<MergeField, MergeSide>>>({})
  const [releases, setReleases] = useState<Readonly<Record<number, MergeSide>>>({})
  const [mainNames, setMainNames] = useState<Readonly<Record<string, MergeSide>>>({})
  const body = {
    keep: keep.id,
    drop: drop.id,
    keepVersion: keep.version,
    dropVersion: drop.version,
    fields,
    releases: Object.entries(releases).map(([event, take]) => ({ event: Number(event), take })),
    mainNames: view.mainNames.flatMap((name) => (mainNames[name.script] === 'drop' ? [name.drop.id] : [])),
  }
  return (
    <>
      <Section title="Side by side">
        <div className={styles.sides}>
          <PersonCard person={keep} />
          <PersonCard person={drop} />
        </div>
        <Likeness {...view} />
      </Section>
      {view.saidDifferent.map(({ author, reason, madeAt }) => (
        <Notice key={madeAt} tone="caution">
          <p>
            {author} said that these are two people: {reason}
          </p>
        </Notice>
      ))}
      <div className={styles.buttons}>
        <NotTheSame a={keep.id} b={drop.id} />
        <Link to="/detainees/$id/merge/$other" params={{ id: drop.ref, other: keep.ref }} className={buttonClass()}>
          Keep {drop.ref} instead
        </Link>
      </div>
      <Section title={`They are one: ${keep.ref} is kept`} note={`${drop.ref} leads to ${keep.ref}`}>
        <div className={styles.choices}>
          {view.fields.map(({ field, label, mustChoose, ...sides }) => (
            <Choice
              key={field}
              label={label}
              sides={sides}
              refs={refs}
              mustChoose={mustChoose}
              chosen={fields[field]}
              onChoose={(side) => setFields((before) => ({ ...before, [field]: side }))}
            />
          ))}
          {view.mainNames.map(({ script, ...names }) => (
            <Choice
              key={script}
              label={`Main name (${script})`}
              sides={{ keep: names.keep.text, drop: names.drop.text }}
              refs={refs}
              mustChoose
              chosen={mainNames[script] ?? 'keep'}
              onChoose={(side) => setMainNames((before) => ({ ...before, [script]: side }))}
            />
          ))}
          {view.releases.map(({ event, title, mustChoose, ...sides }) => (
            <Choice
              key={event}
              label={`${title} (R-${event}): where to`}
              sides={sides}
              refs={refs}
              mustChoose={mustChoose}
              chosen={releases[event]}
              onChoose={(side) => setReleases((before) => ({ ...before, [event]: side }))}
            />
          ))}
        </div>
        <ProposeAct
          act={{ kind: 'merge', changeKind: 'merge', body }}
          button={`Propose that ${drop.ref} is ${keep.ref}`}
          hint="Say how you know that they are one person. A reviewer sees everything that would change."
        />
      </Section>
    </>
  )
}
