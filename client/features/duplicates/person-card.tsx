import { Link } from '@tanstack/react-router'
import { PersonName } from '#client/components/values/person-name.tsx'
import type { PersonBrief } from '#contract/duplicates.ts'
import styles from './duplicates.module.css'

/** Someone in a few words, beside whoever they may be. */
export const PersonCard = ({ person: { ref, name, lang, names, about } }: { person: PersonBrief }) => (
  <div className={styles.person}>
    <h3>
      <Link to="/detainees/$id" params={{ id: ref }}>
        <PersonName name={name ?? ref} lang={lang} />
      </Link>{' '}
      <span className={styles.muted}>{ref}</span>
    </h3>
    {names.length < 2 ? null : (
      <p>
        {names
          .filter(({ text }) => text !== name)
          .map((other, index) => (
            <span key={other.text}>
              {index === 0 ? '' : ', '}
              <PersonName name={other.text} lang={other.lang} />
            </span>
          ))}
      </p>
    )}
    <ul className={styles.about}>
      {about.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  </div>
)
