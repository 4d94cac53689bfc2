import { memo } from 'react'
import { Section } from '#client/components/layout/section.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { counted } from '#contract/charts/format-count.ts'
import { listDetainees } from '#contract/detainees.ts'
import type { Draft, PersonDraft } from './draft.ts'
import { Finder } from '#client/components/entry/finder.tsx'
import { focusSoon } from '#client/components/entry/focus-soon.ts'
import { useForm } from '#client/components/entry/form-context.ts'
import { aboutPerson } from './known-records.ts'
import { newPerson } from './new-rows.ts'
import { PasteNames } from './paste-names.tsx'
import { PersonRow } from './person-row.tsx'
import styles from '#client/components/entry/entry.module.css'
import { withPersonAdded } from './take-people.ts'
import { useRows } from './use-rows.tsx'

/** Who: people of the register found by any part of their name, and people it does not have yet. */
export const PeopleSection = memo(({ people, text, names }: { people: readonly PersonDraft[]; text: string; names: readonly string[] }) => {
  const { change } = useForm<Draft>()
  const { changeRow, removeRow, undo } = useRows('people', 'find-people')
  const q = useDebounced(text.trim())
  const answer = useAnswer(listDetainees, { query: { q: q.slice(0, 200), limit: 8 }, enabled: q !== '', keepPrevious: true })
  const rows = q === '' ? [] : (answer.data?.data ?? [])
  const taken = new Set(people.map(({ detaineeId }) => detaineeId))
  const add = (person: PersonDraft) => {
    change((draft) => withPersonAdded(draft, person))
    // With a list under way the next name is already there to be matched.
    focusSoon(names.length > 0 ? 'find-people' : `${person.uid}-${person.newPerson === null ? 'destination' : 'lang'}`)
  }
  const take = (key: string) => {
    if (key === 'new') {
      add(newPerson({ newName: text.trim() }))
      return
    }
    const row = rows.find(({ id }) => String(id) === key)
    if (row === undefined) return
    const already = people.find(({ detaineeId }) => detaineeId === row.id)
    if (already === undefined) {
      add(newPerson({ detaineeId: row.id, known: { name: row.name ?? row.ref, lang: row.lang, about: aboutPerson(row) } }))
    } else focusSoon(already.uid)
  }
  return (
    <Section title="People" note={people.length === 0 ? 'Those a source names' : counted(people.length, 'person', 'people')}>
      {people.map((person) => (
        <PersonRow key={person.uid} person={person} onChange={changeRow} onRemove={removeRow} />
      ))}
      {undo}
      <div className={styles.finder}>
        <Finder
          name="people"
          label={people.length === 0 ? 'Person' : 'Another person'}
          hint="Type part of any name, in any spelling. Look before you add: a person is entered once."
          text={text}
          asked={q}
          answer={answer}
          found={rows.map((row) => ({
            key: String(row.id),
            label: row.name ?? row.ref,
            lang: row.lang,
            detail: taken.has(row.id) ? `${aboutPerson(row)}; in this form already` : aboutPerson(row),
          }))}
          extra={[{ key: 'new', label: `Add “${text.trim().slice(0, 60)}” as a new person`, detail: 'Someone the register does not have yet' }]}
          onTake={take}
        />
        <PasteNames names={names} />
      </div>
    </Section>
  )
})
