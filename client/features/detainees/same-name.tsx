import { Link } from '@tanstack/react-router'
import { Notice } from '#client/components/layout/notice.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { tellApart } from '#client/lib/tell-apart.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { listDetainees } from '#contract/detainees.ts'
import styles from './detainee.module.css'

/** So many of those found by the name are looked at. */
const most = 50

const alike = (name: string): string => name.normalize('NFC').toLowerCase()

/** Others on record under the name of a person, with what tells each apart; nothing where there is none. */
export const SameName = ({ id, name }: { id: number; name: string }) => {
  const q = name.slice(0, 200)
  const { data } = useAnswer(listDetainees, { query: { q, limit: most } })
  const others = (data?.data ?? []).filter((row) => row.id !== id && row.name !== null && alike(row.name) === alike(name))
  if (others.length === 0) return null
  return (
    <Notice tone="plain">
      <p>{others.length === 1 ? 'Someone else is' : 'Others are'} on record under this name:</p>
      <ul className={styles.others}>
        {others.map((row) => (
          <li key={row.id}>
            <Link to="/detainees/$id" params={{ id: row.ref }}>
              <PersonName name={row.name} lang={row.lang} />
            </Link>{' '}
            {row.ref}: {tellApart(row)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
