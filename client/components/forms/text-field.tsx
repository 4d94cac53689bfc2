import type { ComponentProps, ReactNode } from 'react'
import { Field } from './field.tsx'
import styles from './fields.module.css'

type Labelled = { label: ReactNode; hint?: ReactNode; error?: string | undefined; id?: string }

const fieldProps = ({ label, hint, error, id }: Labelled) => ({
  label,
  error,
  ...(hint === undefined ? {} : { hint }),
  ...(id === undefined ? {} : { id }),
})

export const TextField = ({ label, hint, error, id, ...input }: Labelled & ComponentProps<'input'>) => (
  <Field {...fieldProps({ label, hint, error, ...(id === undefined ? {} : { id }) })}>
    {(control) => <input type="text" {...input} {...control} className={styles.control} />}
  </Field>
)

export const TextArea = ({ label, hint, error, id, ...input }: Labelled & ComponentProps<'textarea'>) => (
  <Field {...fieldProps({ label, hint, error, ...(id === undefined ? {} : { id }) })}>
    {(control) => <textarea {...input} {...control} className={styles.control} />}
  </Field>
)

export type Option = { readonly value: string; readonly label: string }

export const SelectField = ({
  label,
  hint,
  error,
  id,
  options,
  ...select
}: Labelled & ComponentProps<'select'> & { options: readonly Option[] }) => (
  <Field {...fieldProps({ label, hint, error, ...(id === undefined ? {} : { id }) })}>
    {(control) => (
      <select {...select} {...control} className={styles.control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** The options of a label table of the contract, in its own order. */
export const optionsOf = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
