import { Link, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useDoor } from '#client/lib/door.ts'
import { useIsLive } from '#client/lib/use-in-browser.ts'
import { Button } from '../forms/button.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { Footer } from './footer.tsx'
import { KnownEdition } from './known-edition.tsx'
import { MountBars } from './mount-bars.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './app-shell.module.css'

const pages = [
  { to: '/', label: 'Overview' },
  { to: '/analysis', label: 'Analysis' },
  { to: '/release-events', label: 'Release events' },
  { to: '/detainees', label: 'Detainees' },
  { to: '/destinations', label: 'Destinations' },
  { to: '/sanctions-actions', label: 'Sanctions actions' },
  { to: '/sources', label: 'Sources' },
]

/** What stands around every page of both doors. */
export const AppShell = () => {
  const door = useDoor()
  const maySee = (to: string) => door.maySee?.(to) ?? true
  const isLive = useIsLive()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <a className={styles.skip} href="#main" onClick={skipToMain}>
        Skip to the content
      </a>
      <header className={styles.header}>
        <div className={`${styles.inner} ${styles.bar} ${isOpen ? styles.open : ''}`}>
          <Link to="/" className={styles.mark ?? ''}>
            Habeas {door.name === 'desk' ? <span className={styles.door}>desk</span> : null}
            <VisuallyHidden>, to the overview</VisuallyHidden>
          </Link>
          <div className={styles.menu} inert={!isLive}>
            <Button small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              Menu
            </Button>
          </div>
          {maySee('/search') ? <SearchBox /> : null}
          <div className={styles.corner} inert={!isLive}>
            {door.Corner === undefined ? null : <door.Corner />}
            <ThemeToggle />
          </div>
          <nav className={styles.nav} aria-label="Pages">
            <ul className={styles.links}>
              {[...pages, ...door.links].filter(({ to }) => maySee(to)).map(({ to, label }) => (
                <li key={to}>
                  <Link
                    to={to}
                    activeOptions={{ exact: to === '/', includeSearch: false }}
                    onClick={() => setOpen(false)}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <MountBars />
      </header>
      <main id="main" tabIndex={-1} className={`${styles.inner} ${styles.main}`}>
        <KnownEdition>
          <Outlet />
        </KnownEdition>
      </main>
      <Footer />
    </>
  )
}

/** A hash in the address would be a step of the history that leads nowhere. */
const skipToMain = (event: React.MouseEvent): void => {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
