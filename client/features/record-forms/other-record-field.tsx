import { useField } from '#client/components/entry/form-context.ts'
import { Combobox, type ComboboxOption } from '#client/components/forms/combobox.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { counted } from '#contract/charts/format-count.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { listSanctionsActions } from '#contract/sanctions-actions.ts'
import { listSources } from '#contract/sources.ts'
import { hints } from './hints.ts'
import type { FieldProps } from './record-field.tsx'
import { recordNumber } from './typed-values.ts'

/** Actions or sources of the register that the typed words find. */
const useFound = (prefix: string, q: string): { readonly options: readonly ComboboxOption[]; readonly isFetching: boolean } => {
  const isAction = prefix === 'S'
  const query = { q: q.slice(0, 200), limit: 8 }
  const actions = useAnswer(listSanctionsActions, { query, enabled: isAction && q !== '', keepPrevious: true })
  const sources = useAnswer(listSources, { query, enabled: !isAction && q !== '', keepPrevious: true })
  const options = isAction
    ? (actions.data?.data ?? []).map((row) => ({ key: `${row.ref}, ${row.title}`, label: row.title, detail: [row.ref, formatStatedDate(row.date)].join('; ') }))
    : (sources.data?.data ?? []).map((row) => {
        const name = row.title ?? row.publisher ?? row.url ?? row.ref
        return { key: `${row.ref}, ${name}`, label: name, detail: [row.ref, row.publisher ?? []].flat().join('; ') }
      })
  return { options: q === '' ? [] : options, isFetching: actions.isFetching || sources.isFetching }
}

/** Another record, found by its words or typed by its number. */
export const OtherRecordField = ({ field, table, id, values, onText }: FieldProps) => {
  const text = values[field.name] ?? ''
  const isChosen = recordNumber(text, field.prefix ?? '') !== null
  const q = useDebounced(isChosen ? '' : text.trim())
  const { options, isFetching } = useFound(field.prefix ?? '', q)
  const hint = hints[`${table}.${field.name}`]
  return (
    <Combobox
      {...useField(id)}
      label={field.label}
      {...(hint === undefined ? {} : { hint })}
      text={text}
      options={isChosen ? [] : options}
      status={isChosen || text.trim() === '' ? '' : isFetching ? 'Looking …' : `${counted(options.length, 'match', 'matches')} in the register`}
      onText={onText}
      onTake={onText}
    />
  )
}
