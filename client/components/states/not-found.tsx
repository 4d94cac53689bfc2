import { Link } from '@tanstack/react-router'
import { usePinnedEdition } from '#client/lib/use-mount.ts'
import { PageHeading } from '../layout/page-heading.tsx'
import styles from './states.module.css'

/** For an address that leads to no page or no record. */
export const NotFound = ({ what }: { what?: string }) => {
  const edition = usePinnedEdition()
  return (
    <>
      <PageHeading title={what === undefined ? 'There is no such page' : `There is no such record`} />
      <div className={styles.state}>
        <p>
          {what === undefined
            ? 'The address may be mistyped, or the page may have moved.'
            : `Nothing stands under the address of ${what} you asked for${
                edition === null ? '' : ` in edition ${edition}`
              }. It may be mistyped, or the record may have been withdrawn.`}
        </p>
        <p>
          Go to the <Link to="/">overview</Link>, the <Link to="/release-events">release events</Link> or the{' '}
          <Link to="/detainees">detainees</Link>.
        </p>
      </div>
    </>
  )
}
