import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Combobox, type ComboboxOption } from '#client/components/forms/combobox.tsx'
import { counted } from '#contract/charts/format-count.ts'
import { useField, useForm } from './form-context.ts'

const none: readonly ComboboxOption[] = []

/** A box that looks for records as one types; what is taken leaves the box empty for the next. */
export const Finder = ({
  name,
  label,
  hint,
  text,
  asked,
  answer,
  found,
  extra = none,
  onTake,
}: {
  /** Its name among the draft's finders. */
  name: string
  label: string
  hint: ReactNode
  text: string
  /** What `answer` was asked about: it follows the text. */
  asked: string
  answer: UseQueryResult<unknown>
  found: readonly ComboboxOption[]
  /** Offered once the register has answered, after what was found: to start a new record. */
  extra?: readonly ComboboxOption[]
  onTake: (key: string) => void
}) => {
  const { change } = useForm()
  const type = (typed: string) => change((draft) => ({ ...draft, finders: { ...draft.finders, [name]: typed } }))
  const failure = answer.error === null ? undefined : `The register could not be asked: ${answer.error.message}`
  const field = useField(`find-${name}`)
  const isLooking = text.trim() !== '' && (answer.isFetching || asked !== text.trim())
  return (
    <Combobox
      {...field}
      error={field.error ?? failure}
      label={label}
      hint={hint}
      text={text}
      options={text.trim() === '' ? [] : isLooking ? found : [...found, ...extra]}
      status={isLooking ? 'Looking …' : text.trim() === '' ? '' : `${counted(found.length, 'match', 'matches')} in the register`}
      onText={type}
      onTake={(key) => {
        type('')
        onTake(key)
      }}
    />
  )
}
