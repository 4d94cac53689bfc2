import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../forms/button.tsx'
import styles from './dialog.module.css'

/** A modal dialog under its title. Escape, "Close" and a click beside it end it; the focus goes back to where it was. */
export const Dialog = ({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // A dialog that asks for a password has the focus there; by itself it would be on the first button.
    element?.querySelector<HTMLElement>('input[type="password"]')?.focus()
    // The backdrop belongs to the dialog itself, its content to the elements inside.
    const closeOutside = (event: MouseEvent) => {
      if (event.target === element) element?.close()
    }
    element?.addEventListener('click', closeOutside)
    return () => element?.removeEventListener('click', closeOutside)
  }, [])
  return createPortal(
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Button small onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>,
    document.body,
  )
}
