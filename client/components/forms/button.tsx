import type { ComponentProps } from 'react'
import styles from './button.module.css'

export type ButtonKind = 'normal' | 'primary' | 'plain'

export const buttonClass = (kind: ButtonKind = 'normal', small = false): string =>
  [styles.button, kind === 'normal' ? '' : styles[kind], small ? styles.small : ''].filter(Boolean).join(' ')

/** Of type `button` unless told otherwise, so that none sends a form by accident. */
export const Button = ({
  kind = 'normal',
  small = false,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind; small?: boolean }) => (
  <button {...rest} type={type} className={buttonClass(kind, small)} />
)
