import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { useDraftInAddress } from '#client/lib/use-draft-in-address.ts'
import { useKeptDraft } from '#client/lib/use-kept-draft.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import styles from './entry.module.css'
import type { EntryDraft } from './entry-draft.ts'
import { FormContext, type FormShared } from './form-context.ts'
import type { FormKind, FormStart } from './form-kind.ts'
import { toKeep } from './kept-form.ts'
import { KeptNote } from './kept-note.tsx'
import { useLeaveGuard } from './leave-guard.ts'
import { ReasonSection } from './reason-section.tsx'
import { TroubleSummary } from './trouble-summary.tsx'
import { useSave } from './use-save.ts'

/**
 * The frame of a form for one record: a new one, a correction, a proposal taken up again. Saving
 * makes a proposal. `children` draws the record's own parts.
 */
export const EntryForm = <D extends EntryDraft, Body, Known>({
  kind,
  start: firstStart,
  warningsOf,
  children,
}: {
  kind: FormKind<D, Body, Known>
  start: FormStart<D, Body>
  /** What cannot well be so, a sentence each: the reviewer reads the same. */
  warningsOf: (draft: D) => readonly string[]
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
  const draftId = kept.keeping.slot?.id ?? null
  useLeaveGuard(kept.isUnsaved)
  useDraftInAddress(draftId)

  const change = useCallback((step: (now: D) => D) => {
    latest.current = step(latest.current)
    setTouched(true)
    setDraft(latest.current)
  }, [])
  const saving = useSave(kind, start, draftId, (proposal) => {
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
  const warnings = draft.changeKind === 'retraction' ? [] : warningsOf(draft)

  const takePresent = () => {
    if (saving.conflict === null) return
    const { present, mine } = saving.conflict
    const merged = kind.merge(start.body, present.body, mine)
    setStart({ draft, base: present.base, body: present.body, editing: present.editing })
    change((now) => kind.draftFromBody(merged, present.known, { changeKind: now.changeKind, reason: now.reason }))
    saving.settle()
  }
  const submit = (sent: FormEvent) => {
    sent.preventDefault()
    saving.save(latest.current)
  }
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter') return
    if (pressed.ctrlKey || pressed.metaKey) submit(pressed)
    // Enter in a text box would send a form that is half filled in.
    else if (pressed.target instanceof HTMLInputElement) pressed.preventDefault()
  }
  return (
    // Its parts name the draft that they know.
    <FormContext value={shared as unknown as FormShared}>
      {/* Keys pressed in its fields, not on the form itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className={styles.form}
        onSubmit={submit}
        onKeyDown={onKeyDown}
        onBlur={() => saving.recheck(latest.current)}
        noValidate
      >
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
        <output className={styles.warnings}>
          {warnings.length === 0 ? null : (
            <Notice tone="caution">
              <p>
                <strong>Look at this again.</strong> It can be saved so; the reviewer is told the same.
              </p>
              <ul className={styles.warningList}>
                {warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </Notice>
          )}
        </output>
        <div className={styles.save}>
          <Button type="submit" kind="primary" disabled={saving.isSaving}>
            {saving.isSaving ? 'Saving …' : 'Save as a proposal'}
          </Button>
          <span className={styles.muted}>It waits for review; nothing is public yet. Ctrl+Enter saves.</span>
          <KeptNote keeping={kept.keeping} />
        </div>
      </form>
    </FormContext>
  )
}
