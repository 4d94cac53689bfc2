import { Link } from '@tanstack/react-router'
import { getMount } from '#contract/editions.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { PublishedDay } from './published-day.tsx'
import styles from './app-shell.module.css'

export const Footer = () => {
  const { data: mount } = useAnswer(getMount)
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div>
          {mount === undefined ? null : mount.edition === null ? (
            <p>The register itself, as it stands now.</p>
          ) : (
            <p>
              Edition {mount.edition.label}, published <PublishedDay at={mount.edition.publishedAt} />
            </p>
          )}
          <p>The register: CC BY 4.0. Quoted words belong to their publishers.</p>
        </div>
        <ul>
          <li>
            <Link to="/methods">How we count</Link>
          </li>
          <li>
            <Link to="/editions">Editions</Link>
          </li>
          <li>
            <a href="/api/docs">The API</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
