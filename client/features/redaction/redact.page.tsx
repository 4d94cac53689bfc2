import { Link, useParams } from '@tanstack/react-router'
import { ProposeAct } from '#client/components/entry/propose-act.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { type RedactionPreview, previewRedaction } from '#contract/redaction.ts'
import styles from './redaction.module.css'
import { PersonTouches } from './touches.tsx'

/** What taking a person out of the register would touch, and the proposal to do it. */
export const RedactPage = () => {
  const { id = '' } = useParams({ strict: false })
  const ref = `D-${id.replace('D-', '')}`
  const preview = useAnswer(previewRedaction, { params: { id: ref } })
  return (
    <>
      <PageHeading title="Take a person out of the register" above={`Person ${ref}`}>
        <p>
          Every name, what identifies them and every text that names them leave the register, its history, everything
          kept at the desk and every published edition. Their number, their releases and all counts stay.
        </p>
      </PageHeading>
      <Notice tone="caution">
        <p>
          <strong>This cannot be undone.</strong> A publisher has to approve it who did not propose it. Copies that others
          have already taken cannot be recalled. To keep someone from the public only, withhold them instead.
        </p>
      </Notice>
      <Answered query={preview} what="what it will touch" page>
        {(data) => <Preview preview={data} />}
      </Answered>
    </>
  )
}

const Preview = ({ preview }: { preview: RedactionPreview }) => {
  const { person } = preview
  return (
    <>
      <PersonTouches preview={preview} />
      <Section title="Propose it">
        <ProposeAct
          act={{ kind: 'redaction', changeKind: 'redaction', body: { person } }}
          button={`Propose that D-${person} leaves the register`}
          hint="Say why without the name: the reason is kept for good."
        />
        <p className={styles.more}>
          <Link to="/redactions">Redactions so far</Link>
        </p>
      </Section>
    </>
  )
}
