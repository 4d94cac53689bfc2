import { memo } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { SelectField, TextArea, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { departureModeLabels, destinationStateLabels, sexLabels } from '#contract/codes.ts'
import { CountryField } from '#client/components/entry/country-field.tsx'
import { AfterwardsFields } from './afterwards-fields.tsx'
import type { PersonDraft } from './draft.ts'
import { EvidenceDisclosure } from '#client/components/entry/evidence-disclosure.tsx'
import { useField } from '#client/components/entry/form-context.ts'
import { isSex } from '#client/components/entry/is-sex.ts'
import { RemovableRow } from '#client/components/entry/removable-row.tsx'
import { SameOrDifferent } from '#client/components/entry/same-or-different.tsx'
import styles from '#client/components/entry/entry.module.css'
import { personValues } from './stated-values.ts'

const values = [
  { name: 'releaseEvent', label: 'That they were released' },
  { name: 'destination', label: 'Destination' },
  { name: 'destinationState', label: 'Whether there yet' },
  { name: 'departureMode', label: 'How they left' },
  { name: 'restrictions', label: 'What still binds them' },
  { name: 'onwardCountry', label: 'Taken on to' },
  { name: 'onward', label: 'When they were taken on' },
]

type Change = (uid: string, patch: Partial<PersonDraft>) => void

/** One person of the release: who, where to, whether there yet, how. */
export const PersonRow = memo(
  ({
    person,
    onChange,
    onRemove,
  }: {
    person: PersonDraft
    onChange: Change
    onRemove: (uid: string, name: string) => void
  }) => {
    const { uid, known, newPerson } = person
    const name = newPerson === null ? known.name : newPerson.name.trim() || 'New person'
    return (
      <RemovableRow
        uid={uid}
        title={<PersonName name={name} lang={newPerson === null ? known.lang : newPerson.lang || null} />}
        name={name}
        onRemove={() => onRemove(uid, name)}
      >
        {newPerson === null ? <p className={styles.muted}>{known.about}</p> : <NewPersonFields person={person} onChange={onChange} />}
        <div className={styles.inline}>
          <CountryField
            id={`${uid}-destination`}
            label="Destination"
            hint="Empty: not stated"
            text={person.destination}
            onText={(destination) => onChange(uid, { destination })}
          />
          <SelectField
            {...useField(`${uid}-destinationState`)}
            label="There yet?"
            hint="What the source says"
            value={person.destinationState}
            options={optionsOf(destinationStateLabels)}
            onChange={(event) => onChange(uid, { destinationState: event.target.value })}
          />
          <SelectField
            {...useField(`${uid}-departureMode`)}
            label="How they left"
            hint="What the source says"
            value={person.departureMode}
            options={[{ value: '', label: 'Not stated' }, ...optionsOf(departureModeLabels)]}
            onChange={(event) => onChange(uid, { departureMode: event.target.value })}
          />
        </div>
        <AfterwardsFields of={name} person={person} onChange={onChange} />
        <EvidenceDisclosure
          of={name}
          evidence={person.evidence}
          current={personValues(person)}
          values={values}
          onChange={(evidence) => onChange(uid, { evidence })}
        />
      </RemovableRow>
    )
  },
)

const NewPersonFields = ({ person: { uid, newPerson }, onChange }: { person: PersonDraft; onChange: Change }) => {
  const fields = {
    name: useField(`${uid}-name`),
    lang: useField(`${uid}-lang`),
    sex: useField(`${uid}-sex`),
    description: useField(`${uid}-description`),
  }
  if (newPerson === null) return null
  const set = (field: keyof typeof fields) => (event: { target: { value: string } }) =>
    onChange(uid, { newPerson: { ...newPerson, [field]: event.target.value } })
  return (
    <>
      <p className={styles.muted}>New: a record is made when this is approved.</p>
      <SameOrDifferent
        query={{ name: newPerson.name.trim().slice(0, 200), limit: 3, ...(isSex(newPerson.sex) ? { sex: newPerson.sex } : {}) }}
        differentFrom={newPerson.differentFrom}
        same={({ person }) => (
          <Button
            small
            onClick={() =>
              onChange(uid, {
                detaineeId: person.id,
                newPerson: null,
                known: { name: person.name ?? person.ref, lang: person.lang, about: [...person.about, person.ref].join('; ') },
              })
            }
          >
            Same person<VisuallyHidden> as {person.ref}</VisuallyHidden>
          </Button>
        )}
        onDifferent={(differentFrom) => onChange(uid, { newPerson: { ...newPerson, differentFrom } })}
      />
      <div className={styles.inline}>
        <TextField {...fields.name} label="Name" hint="As the source gives it" value={newPerson.name} onChange={set('name')} autoComplete="off" />
        <TextField {...fields.lang} label="Language of the name" hint="be, ru, uk, en …" value={newPerson.lang} onChange={set('lang')} autoComplete="off" />
        <SelectField {...fields.sex} label="Sex" hint="What the source says" value={newPerson.sex} options={optionsOf(sexLabels)} onChange={set('sex')} />
      </div>
      <TextArea {...fields.description} label="Public role" hint="As the source puts it: an activist, a journalist." rows={2} value={newPerson.description} onChange={set('description')} />
    </>
  )
}
