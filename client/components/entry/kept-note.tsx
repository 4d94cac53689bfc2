import type { Keeping } from '#client/lib/draft-keeper.ts'
import styles from './kept-note.module.css'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Whether what is typed is on the server: "Draft saved 10:42". */
export const KeptNote = ({ keeping }: { keeping: Keeping }) => (
  <output className={keeping.state === 'failed' || keeping.state === 'stopped' ? styles.notKept : styles.kept}>{wordsOf(keeping)}</output>
)

const wordsOf = ({ state, savedAt, message }: Keeping): string => {
  switch (state) {
    case 'saving':
      return 'Saving the draft …'
    case 'saved':
      return savedAt === undefined ? '' : `Draft saved ${clock.format(new Date(savedAt))}`
    case 'failed':
      return `The draft is not saved (${message}). Go on typing: it is tried again.`
    case 'stopped':
      return `The draft is not saved any more. ${message ?? ''}`
    case 'conflict':
      return 'This draft was changed in another window.'
    default:
      return ''
  }
}
