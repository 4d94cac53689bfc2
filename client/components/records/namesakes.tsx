import { PersonName } from '#client/components/values/person-name.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { listDetainees } from '#contract/detainees.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import styles from './namesakes.module.css'

/** People on record whose name is found by a name that is being added: it may be the same person. Nothing where none is. */
export const Namesakes = ({ name }: { name: string }) => {
  const q = useDebounced(name.trim()).slice(0, 200)
  const answer = useAnswer(listDetainees, { query: { q, limit: 3 }, enabled: q !== '' })
  const rows = q === '' ? [] : (answer.data?.data ?? [])
  return (
    <output className={styles.namesakes}>
      {rows.length === 0 ? null : (
        <>
          {name.trim()} may be the same as{' '}
          {rows.map((row, index) => (
            <span key={row.id}>
              {index === 0 ? '' : ' or '}
              <a href={`/detainees/${row.ref}`} target="_blank" rel="opener">
                {row.ref} <PersonName name={row.name ?? row.ref} lang={row.lang} />
              </a>
              {row.birth.edtf === null ? '' : `, born ${formatStatedDate(row.birth)}`}
            </span>
          ))}
          . A person is entered once.
        </>
      )}
    </output>
  )
}
