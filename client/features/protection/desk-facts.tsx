import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { call } from '#client/lib/call.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { withKeys } from '#client/lib/with-keys.ts'
import { type DeskFact, deskFactKindLabels, listDeskFacts, removeDeskFact } from '#contract/desk-facts.ts'
import { DeskFactForm } from './desk-fact-form.tsx'
import styles from './protection.module.css'

/** Confidential facts: asked for on purpose, for each reading is on record. */
export const DeskFacts = ({ id }: { id: string }) => {
  const [isAsked, setAsked] = useState(false)
  const facts = useAnswer(listDeskFacts, { params: { id }, enabled: isAsked })
  const [adding, setAdding] = useState(0)
  return (
    <Section title="Confidential facts" note="Health, relatives, minors, addresses, contacts: for the desk alone">
      {isAsked ? (
        <Answered query={facts} what="the confidential facts">
          {({ data }) => (
            <ul className={styles.facts}>
              {data.length === 0 ? <li>None is kept.</li> : data.map((fact) => <One key={fact.id} fact={fact} person={id} />)}
            </ul>
          )}
        </Answered>
      ) : (
        <p className={styles.ask}>
          <Button onClick={() => setAsked(true)}>Show them</Button> That you read them is kept in the access log.
        </p>
      )}
      <h3 className={styles.another}>Keep another</h3>
      <DeskFactForm key={adding} person={id} onSaved={() => setAdding(adding + 1)} />
    </Section>
  )
}

const One = ({ fact, person }: { fact: DeskFact; person: string }) => {
  const queries = useQueryClient()
  const [isEditing, setEditing] = useState(false)
  const remove = useMutation({
    mutationFn: () => call(removeDeskFact, { params: { id: String(fact.id) }, ifMatch: `"${fact.version}"` }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['answer'] }),
  })
  const name = `${deskFactKindLabels[fact.kind]}, ${fact.text.slice(0, 30)}`
  if (isEditing) return <li><DeskFactForm fact={fact} person={person} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} /></li>
  return (
    <li>
      <ErrorSummary problems={[]} message={remove.error?.message} title="This was not removed." />
      <p>
        <strong>{deskFactKindLabels[fact.kind]}</strong>
      </p>
      <p className={styles.text}>{fact.text}</p>
      {withKeys(fact.evidence, ({ source, quote }) => `${source} ${quote}`).map(({ key, item: { source, quote } }) => (
        <p key={key} className={styles.small}>
          {source === null ? 'No source of the register' : `SRC-${source}`}
          {quote === null ? '; no words kept' : `: “${quote}”`}
        </p>
      ))}
      <p className={styles.small}>
        {fact.recordedBy}, {formatMoment(fact.recordedAt)}
        {fact.changedAt === null ? '' : `; changed by ${fact.changedBy ?? ''}, ${formatMoment(fact.changedAt)}`}
      </p>
      <p className={styles.buttons}>
        <Button small onClick={() => setEditing(true)}>
          Correct it<VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
        <Button
          small
          disabled={remove.isPending}
          onClick={() => {
            if (window.confirm('Remove this for good? Nothing of it is kept.')) remove.mutate()
          }}
        >
          Remove it for good<VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
      </p>
    </li>
  )
}
