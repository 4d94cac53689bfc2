import { Combobox } from '#client/components/forms/combobox.tsx'
import { counted } from '#contract/charts/format-count.ts'
import { countriesLike, countryOf, inEnglish, onlyCountryLike } from './country-of.ts'
import { useField } from './form-context.ts'
import type { TypedField } from './typed-field.ts'

/** Options drawn at once: more than anyone reads, fewer than slow the typing. */
const most = 60

/** A country by its name or code, with all of them behind it. Leaving it completes a beginning that only one has, and puts a name in another language into English. */
export const CountryField = ({ id, label, hint, text, onText }: TypedField) => {
  const field = useField(id)
  const like = countriesLike(text)
  // A whole name is a choice made, and the list in the way, unless another name goes on from it.
  const found = like.length === 1 && like[0]?.name === text ? [] : like
  return (
    <Combobox
      {...field}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      text={text}
      options={found.slice(0, most).map(({ code, name }) => ({ key: name, label: name, detail: code }))}
      status={counted(found.length, 'country', 'countries')}
      onText={onText}
      onTake={onText}
      onLeave={() => {
        const name = countryOf(text) === null ? onlyCountryLike(text)?.name : inEnglish(text)
        if (typeof name === 'string') onText(name)
      }}
    />
  )
}
