import { useNavigate } from '@tanstack/react-router'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { Edition } from '#contract/editions.ts'
import { Button } from '#client/components/forms/button.tsx'
import { SelectField } from '#client/components/forms/text-field.tsx'
import styles from './editions.module.css'

/** Any two editions to compare; without a choice, the newest with the one before it. */
export const ChooseEditions = ({
  editions,
  from = editions[1]?.number,
  to = editions[0]?.number,
}: {
  /** The newest first. */
  editions: readonly Edition[]
  from?: number | undefined
  to?: number | undefined
}) => {
  const navigate = useNavigate()
  const options = editions.map(({ number, publishedAt }) => ({
    value: String(number),
    label: `Edition ${number}, ${formatStatedDate(statedDate(publishedAt.slice(0, 10), 'stated'))}`,
  }))
  return (
    <form
      className={styles.choose}
      aria-label="Compare two editions"
      data-screen-only=""
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = new FormData(event.currentTarget)
        void navigate({ to: '/editions/compare', search: { a: String(chosen.get('a')), b: String(chosen.get('b')) } })
      }}
    >
      <SelectField key={`a ${from}`} label="What changed from" name="a" options={options} defaultValue={String(from)} />
      <SelectField key={`b ${to}`} label="To" name="b" options={options} defaultValue={String(to)} />
      <Button type="submit">Compare</Button>
    </form>
  )
}
