import type { ComponentProps, ReactNode } from 'react'
import styles from './fields.module.css'

export const Checkbox = ({ label, ...input }: ComponentProps<'input'> & { label: ReactNode }) => (
  <label className={styles.check}>
    <input {...input} type="checkbox" />
    <span>{label}</span>
  </label>
)
