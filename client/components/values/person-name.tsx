import styles from './values.module.css'

/** A name in its own script; a name that is not for the public reads "Name withheld". */
export const PersonName = ({ name, lang }: { name: string | null; lang: string | null }) =>
  name === null ? (
    <span className={styles.withheld}>Name withheld</span>
  ) : (
    <span {...(lang === null || lang === 'und' ? {} : { lang })}>{name}</span>
  )
