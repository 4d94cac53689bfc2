import { useMutation } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ProposeAct } from '#client/components/entry/propose-act.tsx'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { SelectField, TextArea } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { call } from '#client/lib/call.ts'
import { capitalised } from '#client/lib/capitalised.ts'
import { troubleOf } from '#client/lib/field-problems.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import {
  type RecordText,
  type WordsWrite,
  listDetaineeTexts,
  listReleaseEventTexts,
  listSanctionsActionTexts,
  listSourceTexts,
  previewWords,
} from '#contract/redaction.ts'
import styles from './redaction.module.css'
import { WhatItTouches, howWordsAreFound } from './touches.tsx'

const records = {
  detainees: { prefix: 'D', noun: 'person', list: listDetaineeTexts },
  'release-events': { prefix: 'R', noun: 'release event', list: listReleaseEventTexts },
  'sanctions-actions': { prefix: 'S', noun: 'sanctions action', list: listSanctionsActionTexts },
  sources: { prefix: 'SRC', noun: 'source', list: listSourceTexts },
} as const

const isList = (name: string): name is keyof typeof records => Object.hasOwn(records, name)

/** Chooses words of a record, shows what taking them out everywhere would touch, and proposes it. */
export const WordsPage = () => {
  const { id = '' } = useParams({ strict: false })
  const name = useLocation().pathname.split('/')[1] ?? ''
  const { prefix, noun, list } = records[isList(name) ? name : 'release-events']
  const ref = `${prefix}-${id.replace(`${prefix}-`, '')}`
  const texts = useAnswer(list, { params: { id: ref } })
  return (
    <>
      <PageHeading title="Take words out of the register" above={`${capitalised(noun)} ${ref}`}>
        <p>
          A name of a relative, a sentence, a quote, an address: the words leave the register, its history, everything
          kept at the desk and every published edition, wherever they stand. What stands around them stays.
        </p>
      </PageHeading>
      <Notice tone="caution">
        <p>
          <strong>This cannot be undone.</strong> A publisher has to approve it who did not propose it. Copies that others
          have already taken cannot be recalled.
        </p>
      </Notice>
      <Answered query={texts} what="the texts of the record" page>
        {({ data }) => (data.length === 0 ? <Empty title="This record has no texts." /> : <ChooseWords key={ref} record={ref} texts={data} />)}
      </Answered>
    </>
  )
}

const longestShown = 70

const fields: Readonly<Record<string, string>> = { asserts: 'what a source says instead', url: 'address', said_by: 'who is quoted' }

const labelOf = ({ table, field, text }: RecordText): string => {
  const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
  const where = table === 'detainee_name' ? 'name' : (fields[field] ?? field.replaceAll('_', ' '))
  return `${capitalised(where)}: ${short}`
}

const keyOf = ({ table, id, field }: RecordText): string => `${table} ${id} ${field}`

const labels = { words: 'Words that shall leave' }

const ChooseWords = ({ record, texts }: { record: string; texts: readonly RecordText[] }) => {
  const [chosen, choose] = useState<RecordText | undefined>(texts[0])
  const [words, setWords] = useState(chosen?.text ?? '')
  const preview = useMutation({ mutationFn: (body: WordsWrite) => call(previewWords, { body }) })
  if (chosen === undefined) return null
  const { table, id, field } = chosen
  const body: WordsWrite = { record, table, id, field, words: words.trim() }
  const { problems, message } = troubleOf(preview.error, labels)
  const isShown = preview.data !== undefined && preview.variables.words === body.words && preview.variables.id === id && preview.variables.field === field && preview.variables.table === table
  return (
    <>
      <Section title="The words">
        <PlainForm onSubmit={() => preview.mutate(body)}>
          <ErrorSummary problems={problems} message={message} title="These words cannot be taken out." />
          <SelectField
            label="Text of this record"
            value={keyOf(chosen)}
            options={texts.map((text) => ({ value: keyOf(text), label: labelOf(text) }))}
            onChange={(event) => {
              const next = texts.find((text) => keyOf(text) === event.target.value)
              choose(next)
              setWords(next?.text ?? '')
            }}
          />
          <TextArea
            id="words"
            label={labels.words}
            hint="Delete here what may stay: only what is left in this box goes, wherever else it stands too."
            rows={5}
            value={words}
            error={problems[0]?.message}
            onChange={(event) => setWords(event.target.value)}
          />
          <div>
            <Button kind="primary" type="submit" disabled={preview.isPending}>
              {preview.isPending ? 'Looking…' : 'Show what it will touch'}
            </Button>
          </div>
        </PlainForm>
      </Section>
      {isShown ? (
        <>
          <WhatItTouches touches={preview.data}>{howWordsAreFound}</WhatItTouches>
          <Section title="Propose it">
            <ProposeAct
              key={JSON.stringify(body)}
              act={{ kind: 'redaction', changeKind: 'redaction', body }}
              button="Propose that these words leave the register"
              hint="Say why without the words: the reason is kept for good."
            />
          </Section>
        </>
      ) : null}
      <p className={styles.more}>
        <Link to="/redactions">Redactions so far</Link>
      </p>
    </>
  )
}
