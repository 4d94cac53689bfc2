import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { CountsSection } from './counts-section.tsx'
import type { Draft } from './draft.ts'
import { draftFromBody } from './draft-from-body.ts'
import { EventSection } from './event-section.tsx'
import { FormContext, type FormShared } from './form-context.ts'
import type { FormStart } from './form-start.ts'
import { useLeaveGuard } from './leave-guard.ts'
import { LinksSection } from './links-section.tsx'
import { mergeBodies } from './merge-bodies.ts'
import { NotesSection } from './notes-section.tsx'
import { partitionHints } from './partition-hints.ts'
import { PeopleSection } from './people-section.tsx'
import { ReasonSection } from './reason-section.tsx'
import styles from './release-event-form.module.css'
import { SourcesSection } from './sources-section.tsx'
import { TroubleSummary } from './trouble-summary.tsx'
import { useSave } from './use-save.ts'
import { warningsOfDraft } from './warnings-of-draft.ts'

/** The one form for a release event: a new one, a correction, a proposal taken up again. Saving makes a proposal. */
export const ReleaseEventForm = ({ start: firstStart }: { start: FormStart }) => {
  const navigate = useNavigate()
  const [start, setStart] = useState(firstStart)
  const [draft, setDraft] = useState(firstStart.draft)
  const latest = useRef(draft)
  const isDirty = useRef(false)
  useLeaveGuard(isDirty)

  const change = useCallback((step: (now: Draft) => Draft) => {
    latest.current = step(latest.current)
    isDirty.current = true
    setDraft(latest.current)
  }, [])
  const saving = useSave(start, (proposal) => {
    isDirty.current = false
    void navigate({ to: '/proposals/$id', params: { id: `P-${proposal.id}` } })
  })

  const { sources, mainSource, counts, people, title, date, country, basis, summary, evidence } = draft
  const event = useMemo(
    () => ({ title, date, country, basis, summary, evidence }),
    [title, date, country, basis, summary, evidence],
  )
  const warnings = useMemo(() => warningsOfDraft({ date, sources, counts, people }), [date, sources, counts, people])
  const hints = useMemo(() => partitionHints({ counts, people }), [counts, people])
  const { trouble } = saving
  const shared = useMemo<FormShared>(
    () => ({
      change,
      sources,
      mainSource,
      problems: new Map(
        trouble?.problems.filter(({ id }) => trouble.mended?.has(id) !== true).map(({ id, message }) => [id, message]),
      ),
    }),
    [change, sources, mainSource, trouble],
  )

  const takePresent = () => {
    if (saving.conflict === null) return
    const { present, mine } = saving.conflict
    const merged = mergeBodies(start.body, present.body, mine)
    setStart({ draft, base: present.base, body: present.body, editing: present.editing })
    change((now) => draftFromBody(merged, present.known, { changeKind: now.changeKind, reason: now.reason }))
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
    <FormContext value={shared}>
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
        {saving.conflict === null ? null : <ConflictPanel conflict={saving.conflict} onTakePresent={takePresent} />}
        <SourcesSection sources={sources} text={draft.finders.sources} />
        <EventSection event={event} />
        <CountsSection counts={counts} hints={hints} />
        <PeopleSection people={people} text={draft.finders.people} />
        <LinksSection links={draft.links} text={draft.finders.links} />
        <NotesSection notes={draft.notes} />
        <ReasonSection changeKind={draft.changeKind} reason={draft.reason} isNew={start.base.recordId === null} />
        <output className={styles.warnings}>
          {warnings.length === 0 || draft.changeKind === 'retraction' ? null : (
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
        </div>
      </form>
    </FormContext>
  )
}
