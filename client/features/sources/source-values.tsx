import { Link } from '@tanstack/react-router'
import { Quote } from '#client/components/values/quote.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { assertedWords, fieldWords } from '#client/lib/asserted-words.ts'
import { capitalised } from '#client/lib/capitalised.ts'
import type { Source } from '#contract/sources.ts'
import styles from './source-values.module.css'

type Value = Source['values'][number]

/** Every value that rests on a source, under the record a reader would open for it. */
export const SourceValues = ({ source: { values, ref } }: { source: Source }) => (
  <>
    {[...Map.groupBy(values, ({ record }) => `${record.kind} ${record.id}`).values()].map((items) => {
      const record = items[0]?.record
      return record === undefined ? null : (
        <div key={`${record.kind} ${record.id}`} className={styles.record}>
          <h3>
            <RecordLink record={record} source={ref} />
          </h3>
          <ul className={styles.values}>
            {items.map((item) => (
              <li key={item.id}>
                <Said item={item} />
                <Quote text={item.quote} saidBy={item.saidBy} />
              </li>
            ))}
          </ul>
        </div>
      )
    })}
  </>
)

/** The value as the register holds it; beside it what the source asserts, where that reads otherwise. */
const Said = ({ item: { on, asserts, value } }: { item: Value }) => {
  const words = asserts === null ? null : assertedWords(on.field, asserts)
  const isSaidByValue = words === null || value === null || value.toLowerCase().includes(words.toLowerCase())
  return (
    <p>
      {capitalised(fieldWords(on.field, on.record))}: {value ?? words}
      {isSaidByValue ? null : <span className={styles.asserted}> (in this source: {words})</span>}
    </p>
  )
}

const RecordLink = ({ record: { kind, id, title }, source }: { record: Value['record']; source: string }) => {
  if (kind === 'release_event') {
    return (
      <Link to="/release-events/$id" params={{ id: `R-${id}` }} search={{ source }}>
        {title ?? `Release event R-${id}`}
      </Link>
    )
  }
  if (kind === 'sanctions_action') {
    return (
      <Link to="/sanctions-actions/$id" params={{ id: `S-${id}` }}>
        {title ?? `Sanctions action S-${id}`}
      </Link>
    )
  }
  if (kind === 'destination') {
    return (
      <Link to="/destinations/$code" params={{ code: String(id) }}>
        {title ?? id}
      </Link>
    )
  }
  return (
    <Link to="/detainees/$id" params={{ id: `D-${id}` }}>
      <PersonName name={title} lang={null} />
    </Link>
  )
}
