import { type ReactNode, type Ref, type RefObject, useRef, useState } from 'react'
import { SelectField } from '#client/components/forms/text-field.tsx'
import { Button } from '#client/components/forms/button.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { type Capture, getCapture } from '#contract/captures.ts'
import type { EntryDraft, MapEvidence, SourceDraft } from '../entry-draft.ts'
import { focusSoon } from '../focus-soon.ts'
import { newSource, sourceLabel, withSourceAdded } from '../source-draft.ts'
import { BringText } from './bring-text.tsx'
import { TextPane } from './text-pane.tsx'
import styles from './text.module.css'
import { type Take, type Words, moreButtons, moreKey, quotedKey, withMore, withSourceTakes } from './words.ts'

type Change<D> = (step: (draft: D) => D) => void

/** The texts that a form is filled from: one is brought, kept at the desk, and stands beside the form. */
export const EntryText = <D extends EntryDraft>({
  draft,
  takes: own,
  change,
  mapEvidence,
  box,
  selected,
}: {
  draft: D
  takes: readonly Take<D>[]
  change: Change<D>
  mapEvidence: MapEvidence<D>
  box: RefObject<HTMLTextAreaElement | null>
  selected: Ref<() => Words | null>
}) => {
  const [isBringing, setBringing] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [brought, setBrought] = useState<number | null>(null)
  const last = useRef<string | null>(null)
  const withText = draft.sources.filter(({ capture }) => capture !== null)
  const source = withText.find(({ key }) => key === chosen) ?? withText.at(-1)
  const takes = withSourceTakes(own)

  const keep = (capture: Capture) => {
    const added = newSource(draft.sources, { capture: capture.id, url: capture.address ?? '' })
    change((now) => withSourceAdded(now, added))
    setChosen(added.key)
    setBringing(false)
    setBrought(capture.id)
  }
  const take = (key: string, words: Words) => {
    const taken =
      key === moreKey || key === quotedKey
        ? withMore(draft, words, last.current, key, mapEvidence)
        : takes.find((one) => one.key === key)?.take(draft, words)
    if (taken === undefined) return { words: '', isProblem: false }
    if ('problem' in taken) return { words: taken.problem, isProblem: true }
    change(() => taken.draft)
    last.current = taken.piece ?? last.current
    if (taken.focus !== undefined) focusSoon(taken.focus)
    return { words: taken.said, isProblem: false }
  }

  if (source === undefined || isBringing) {
    return (
      <Pane head={<h2>{source === undefined ? 'Enter from a text' : 'Another text'}</h2>}>
        <BringText onKept={keep} />
      </Pane>
    )
  }
  return (
    <Pane
      head={
        <>
          <h2>The text</h2>
          <Button small kind="plain" onClick={() => setBringing(true)}>
            Bring another text
          </Button>
        </>
      }
    >
      {withText.length < 2 ? null : <ChooseText sources={withText} chosen={source.key} onChoose={setChosen} />}
      <KeptText id={source.capture ?? 0}>
        {(capture) => (
          <TextPane key={capture.id} capture={capture} source={source.key} takes={[...takes, ...moreButtons]} box={box} selected={selected} isNew={capture.id === brought} onTake={take} />
        )}
      </KeptText>
    </Pane>
  )
}

const Pane = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <section className={styles.pane} aria-label="The text it is entered from">
    <div className={styles.head}>{head}</div>
    {children}
  </section>
)

const ChooseText = ({ sources, chosen, onChoose }: { sources: readonly SourceDraft[]; chosen: string; onChoose: (key: string) => void }) => (
  <SelectField
    label="Of which source"
    value={chosen}
    options={sources.map((source) => ({ value: source.key, label: sourceLabel(source) }))}
    onChange={(event) => onChoose(event.target.value)}
  />
)

const KeptText = ({ id, children }: { id: number; children: (capture: Capture) => ReactNode }) => {
  const capture = useAnswer(getCapture, { params: { id } })
  return (
    <Answered query={capture} what="the text">
      {children}
    </Answered>
  )
}
