import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { useDraftInAddress } from '#client/lib/use-draft-in-address.ts'
import { useHeardIn } from '#client/lib/use-heard-in.ts'
import { useKeptDraft } from '#client/lib/use-kept-draft.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { CheckStep } from './check-step.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import styles from './entry.module.css'
import type { EntryDraft } from './entry-draft.ts'
import { focusSoon } from './focus-soon.ts'
import { FormContext, type FormShared } from './form-context.ts'
import type { FormKind, FormStart } from './form-kind.ts'
import { toKeep } from './kept-form.ts'
import { KeptNote } from './kept-note.tsx'
import { useLeaveGuard } from './leave-guard.ts'
import { ReasonSection } from './reason-section.tsx'
import { EntryText } from './text/entry-text.tsx'
import { useTextKey } from './text/use-text-key.ts'
import { SelectedWords } from './text/selected-words.ts'
import type { Words } from './text/words.ts'
import { TroubleSummary } from './trouble-summary.tsx'
import { useSave } from './use-save.ts'
import { Warnings } from './warnings.tsx'

/**
 * The frame of a form for one record: a new one, a correction, a proposal taken up again. Saving
 * makes a proposal. `children` draws the record's own parts.
 */
export const EntryForm = <D extends EntryDraft, Body, Known>({
  kind,
  start: firstStart,
  warningsOf,
  publicView,
  children,
}: {
  kind: FormKind<D, Body, Known>
  start: FormStart<D, Body>
  /** What cannot well be so, a sentence each: the reviewer reads the same. */
  warningsOf: (draft: D) => readonly string[]
  /** The record as its public page will say it, for the last look before it is sent. */
  publicView?: (draft: D) => ReactNode
  children: (draft: D) => ReactNode
}) => {
  const navigate = useNavigate()
  const [start, setStart] = useState(firstStart)
  const [draft, setDraft] = useState(firstStart.draft)
  const latest = useRef(draft)
  const [isTouched, setTouched] = useState(false)
  const kept = useKeptDraft(
    { kind: kind.code, recordId: firstStart.base.recordId, start: firstStart.slot ?? null },
    useMemo(() => (isTouched ? toKeep(kind, draft, start) : null), [isTouched, kind, draft, start]),
  )
  const form = useRef<HTMLFormElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const selected = useRef<(() => Words | null) | null>(null)
  const hasText = draft.sources.some(({ capture }) => capture !== null)
  const askSelected = useMemo(() => (hasText ? () => selected.current?.() ?? null : null), [hasText])
  useTextKey(box)
  const draftId = kept.keeping.slot?.id ?? null
  useLeaveGuard(kept.isUnsaved)
  useDraftInAddress(draftId)

  const change = useCallback((step: (now: D) => D) => {
    latest.current = step(latest.current)
    setTouched(true)
    setDraft(latest.current)
  }, [])
  const saving = useSave(kind, start, kept, (proposal) => {
    kept.spend()
    void navigate({ to: '/proposals/$id', params: { id: `P-${proposal.id}` } })
  })

  const { trouble } = saving
  const { sources, mainSource } = draft
  const { mapEvidence } = kind
  const shared = useMemo<FormShared<D>>(
    () => ({
      change,
      mapEvidence,
      sources,
      mainSource,
      problems: new Map(
        trouble?.problems.filter(({ id }) => trouble.mended?.has(id) !== true).map(({ id, message }) => [id, message]),
      ),
    }),
    [change, mapEvidence, sources, mainSource, trouble],
  )

  const takePresent = () => {
    if (saving.conflict === null) return
    const { present, mine } = saving.conflict
    const merged = kind.merge(start.body, present.body, mine)
    setStart({ draft, base: present.base, body: present.body, editing: present.editing })
    change((now) => kind.draftFromBody(merged, present.known, { changeKind: now.changeKind, reason: now.reason }))
    saving.settle()
  }
  const submit = (sent: Pick<Event, 'preventDefault'>) => {
    sent.preventDefault()
    saving.check(() => latest.current)
  }
  useHeardIn(form, 'keydown', (pressed) => {
    if (pressed.key !== 'Enter') return
    if (pressed.ctrlKey || pressed.metaKey) submit(pressed)
    // Enter in a text box would send a form that is half filled in.
    else if (pressed.target instanceof HTMLInputElement) pressed.preventDefault()
  })
  useHeardIn(form, 'focusout', () => saving.recheck(latest.current))
  const { looked } = saving
  const goTo = (path: string) => {
    const place = looked?.findings.place(path)
    saving.goBack()
    if (place) focusSoon(place.id)
  }
  const isRetraction = draft.changeKind === 'retraction'
  return (
    // Its parts name the draft that they know.
    <FormContext value={shared as unknown as FormShared}>
      <SelectedWords value={askSelected}>
        <form
          ref={form}
          className={kind.takes === undefined ? undefined : styles.beside}
          hidden={looked !== null}
          onSubmit={submit}
          noValidate
        >
          {kind.takes === undefined || isRetraction ? null : (
            <EntryText draft={draft} takes={kind.takes} change={change} mapEvidence={mapEvidence} box={box} selected={selected} />
          )}
          <div className={styles.form}>
            <TroubleSummary trouble={trouble} attempt={saving.attempt} onRenewKey={saving.renewKey} />
            {saving.conflict === null ? null : (
              <ConflictPanel
                differences={kind.differences(saving.conflict.present.body, saving.conflict.mine, saving.conflict.present.known)}
                onTakePresent={takePresent}
              />
            )}
            <DraftConflict kind={kind} kept={kept} mine={draft} onTake={(theirs) => change(() => theirs)} />
            {children(draft)}
            <ReasonSection changeKind={draft.changeKind} reason={draft.reason} isNew={start.base.recordId === null} noun={kind.noun} />
            <Warnings warnings={isRetraction ? [] : warningsOf(draft)} />
            <div className={styles.save}>
              <Button type="submit" kind="primary" disabled={saving.isChecking}>
                {saving.isChecking ? 'Checking …' : 'Check and save'}
              </Button>
              <span className={styles.muted}>You see what will be stored before it is sent. Ctrl+Enter goes there.</span>
              <KeptNote keeping={kept.keeping} />
            </div>
          </div>
        </form>
        {looked === null ? null : (
          <CheckStep
            changes={looked.preview.changes}
            warnings={looked.preview.warnings}
            isNew={start.base.recordId === null}
            isSaving={saving.isSaving}
            publicView={isRetraction ? null : (publicView?.(draft) ?? null)}
            onChange={goTo}
            onBack={saving.goBack}
            onSend={saving.send}
          />
        )}
      </SelectedWords>
    </FormContext>
  )
}
