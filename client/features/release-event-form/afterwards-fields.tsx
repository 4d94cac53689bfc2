import { useState } from 'react'
import { CountryField } from '#client/components/entry/country-field.tsx'
import { DateField } from '#client/components/entry/date-field.tsx'
import styles from '#client/components/entry/entry.module.css'
import { focusSoon } from '#client/components/entry/focus-soon.ts'
import { useField } from '#client/components/entry/form-context.ts'
import { Button } from '#client/components/forms/button.tsx'
import { TextArea } from '#client/components/forms/text-field.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import type { PersonDraft } from './draft.ts'

/** What is known of a person after the release: behind a button until it is wanted or filled. */
export const AfterwardsFields = ({
  of,
  person: { uid, restrictions, onwardCountry, onward },
  onChange,
}: {
  of: string
  person: PersonDraft
  onChange: (uid: string, patch: Partial<PersonDraft>) => void
}) => {
  const [isWanted, setWanted] = useState(false)
  const restrictionsField = useField(`${uid}-restrictions`)
  const isFilled = [restrictions, onwardCountry, onward].some((text) => text !== '')
  if (!isWanted && !isFilled) {
    const open = () => {
      setWanted(true)
      focusSoon(`${uid}-restrictions`)
    }
    return (
      <div>
        <Button small kind="plain" onClick={open}>
          Add what came after
          <VisuallyHidden> the release of {of}</VisuallyHidden>
        </Button>
      </div>
    )
  }
  return (
    <>
      <TextArea
        {...restrictionsField}
        label="What still binds them"
        hint="As the source says it: may not leave the city, reports to the police."
        rows={2}
        value={restrictions}
        onChange={(event) => onChange(uid, { restrictions: event.target.value })}
      />
      <div className={styles.inline}>
        <CountryField
          id={`${uid}-onwardCountry`}
          label="Taken on to"
          hint="Not a new release"
          text={onwardCountry}
          onText={(text) => onChange(uid, { onwardCountry: text })}
        />
        <DateField
          id={`${uid}-onward`}
          label="When"
          hint="As the source says it"
          text={onward}
          onText={(text) => onChange(uid, { onward: text })}
        />
      </div>
    </>
  )
}
