import { useState } from 'react'
import { focusSoon } from '#client/components/entry/focus-soon.ts'
import { useForm } from '#client/components/entry/form-context.ts'
import styles from '#client/components/entry/entry.module.css'
import { Button } from '#client/components/forms/button.tsx'
import { TextArea } from '#client/components/forms/text-field.tsx'
import { counted } from '#contract/charts/format-count.ts'
import type { Draft } from './draft.ts'
import { namesIn, withNextName } from './take-people.ts'

/** A list of names, pasted whole and matched one by one: nobody is added without being looked up first. */
export const PasteNames = ({ names }: { names: readonly string[] }) => {
  const { change } = useForm<Draft>()
  const [isOpen, setOpen] = useState(false)
  const [list, setList] = useState('')
  const found = namesIn(list)
  const begin = () => {
    change((draft) => withNextName({ ...draft, names: [...draft.names, ...found] }))
    setList('')
    setOpen(false)
    focusSoon('find-people')
  }
  const leaveOut = () => {
    change((draft) => withNextName({ ...draft, finders: { ...draft.finders, people: '' } }))
    focusSoon('find-people')
  }
  if (names.length > 0) {
    return (
      <div className={styles.buttons}>
        <output>{counted(names.length, 'more name', 'more names')} of the list after this one.</output>
        <Button small onClick={leaveOut}>
          Leave this name out
        </Button>
        <Button small kind="plain" onClick={() => change((draft) => ({ ...draft, names: [] }))}>
          Forget the rest of the list
        </Button>
      </div>
    )
  }
  return isOpen ? (
    <div className={styles.stack}>
      <TextArea
        id="paste-names"
        label="List of names"
        hint="One on each line, or parted by commas or semicolons. Each is looked up in turn, and taken or added by you."
        rows={6}
        value={list}
        onChange={(event) => setList(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button disabled={found.length === 0} onClick={begin}>
          {found.length === 0 ? 'Match them one by one' : `Match ${counted(found.length, 'name', 'names')} one by one`}
        </Button>
        <Button kind="plain" onClick={() => setOpen(false)}>
          Not now
        </Button>
      </div>
    </div>
  ) : (
    <Button
      small
      onClick={() => {
        setOpen(true)
        focusSoon('paste-names')
      }}
    >
      Paste a list of names
    </Button>
  )
}
