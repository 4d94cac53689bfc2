import { Fragment, type ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = { readonly label: string; readonly value: ReactNode }

/** The plain facts of a record, each with its name beside it. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {facts.map(({ label, value }) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
)
