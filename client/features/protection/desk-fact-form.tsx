import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLeaveGuard } from '#client/components/entry/leave-guard.ts'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { SelectField, TextArea, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { ApiError } from '#client/lib/api-error.ts'
import { call } from '#client/lib/call.ts'
import { requestKeys } from '#client/lib/request-keys.ts'
import { type DeskFact, changeDeskFact, createDeskFact, deskFactKindLabels } from '#contract/desk-facts.ts'
import styles from './protection.module.css'

const labels: Readonly<Record<string, string>> = { text: 'What is known', 'evidence.0.source': 'Source', 'evidence.0.quote': 'Quote', kind: 'About' }

/** One confidential fact, typed in or corrected. It is saved at once: nobody reviews it, nobody else sees it. */
export const DeskFactForm = ({
  fact,
  person,
  onSaved,
  onCancel,
}: {
  fact?: DeskFact
  person: string
  onSaved: () => void
  onCancel?: () => void
}) => {
  const queries = useQueryClient()
  const [first, ...others] = fact?.evidence ?? []
  const [kind, setKind] = useState<DeskFact['kind']>(fact?.kind ?? 'health')
  const [text, setText] = useState(fact?.text ?? '')
  const [source, setSource] = useState(first?.source == null ? '' : `SRC-${first.source}`)
  const [quote, setQuote] = useState(first?.quote ?? '')
  const [keys] = useState(requestKeys)
  /** What this puts something else in place of: nobody's change is overwritten unseen. */
  const [seen, setSeen] = useState(fact?.version)
  const isDirty = useRef(false)
  useLeaveGuard(isDirty)
  const typed = (set: (text: string) => void) => (event: { target: { value: string } }) => {
    isDirty.current = true
    set(event.target.value)
  }
  const number = /^\s*(?:SRC-)?(\d{1,15})\s*$/i.exec(source)?.[1]
  const badSource = source.trim() !== '' && number === undefined
  const evidence = source.trim() === '' && quote.trim() === '' ? others : [{ source: number === undefined ? null : Number(number), quote }, ...others]
  const save = useMutation({
    mutationFn: () => {
      const body = { kind, text, evidence }
      return fact === undefined
        ? call(createDeskFact, { params: { id: person }, body, idempotencyKey: keys.of(body) })
        : call(changeDeskFact, { params: { id: String(fact.id) }, body, ifMatch: `"${seen}"` })
    },
    onSuccess: async () => {
      isDirty.current = false
      keys.spend()
      onSaved()
      await queries.invalidateQueries({ queryKey: ['answer'] })
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.status === 412) await queries.invalidateQueries({ queryKey: ['answer'] })
    },
  })
  const fields = save.error instanceof ApiError ? Object.entries(save.error.fields) : []
  const prefix = fact === undefined ? 'new-fact' : `fact-${fact.id}`
  const problems = [
    ...(badSource ? [{ id: `${prefix}-evidence.0.source`, label: 'Source', message: 'Type the number of a source, such as SRC-4, or empty this.' }] : []),
    ...fields.map(([path, message]) => ({ id: `${prefix}-${path}`, label: labels[path] ?? path, message })),
  ]
  const errorOf = (path: string) => problems.find(({ id }) => id === `${prefix}-${path}`)?.message
  return (
    <div className={styles.box}>
      <ErrorSummary problems={save.isError ? problems : []} message={problems.length > 0 ? undefined : save.error?.message} title="This is not saved. What you typed is still here." />
      <SelectField label="About" value={kind} options={optionsOf(deskFactKindLabels)} onChange={typed((value) => setKind(value as DeskFact['kind']))} />
      <TextArea id={`${prefix}-text`} label="What is known" rows={3} value={text} error={errorOf('text')} onChange={typed(setText)} />
      <TextField
        id={`${prefix}-evidence.0.source`}
        label="Source"
        hint="Its number in the register, such as SRC-4; empty for a phone call or a letter."
        value={source}
        error={errorOf('evidence.0.source')}
        autoComplete="off"
        onChange={typed(setSource)}
      />
      <TextArea id={`${prefix}-evidence.0.quote`} label="Quote" hint="Left empty: no words kept." rows={2} value={quote} onChange={typed(setQuote)} />
      {fact === undefined || fact.version === seen ? null : (
        <Notice tone="caution" live>
          <p>Someone changed this meanwhile. It says now: “{fact.text}”</p>
          <Button small onClick={() => setSeen(fact.version)}>
            Put mine in its place
          </Button>
        </Notice>
      )}
      <p className={styles.buttons}>
        <Button kind="primary" disabled={save.isPending || badSource || fact?.version !== seen} onClick={() => save.mutate()}>
          {save.isPending ? 'Saving …' : 'Keep this at the desk'}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>Leave it as it was</Button>}
      </p>
    </div>
  )
}
