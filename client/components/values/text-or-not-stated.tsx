import type { ReactNode } from 'react'
import { unstatedWords } from '#client/lib/unstated-words.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useRevised } from '#client/lib/use-revised.ts'
import { getMount } from '#contract/editions.ts'
import styles from './values.module.css'

/**
 * A value in words; what no source says reads "not stated". Null is a text that is not there: a
 * revision may have blanked it, and then says so. A code or a list is never blanked.
 */
export const TextOrNotStated = ({ children }: { children: ReactNode }) => {
  if (children === null || children === undefined) return <NoText />
  return children === '' || children === 'Not stated' ? <span className={styles.notStated}>not stated</span> : <>{children}</>
}

const NoText = () => {
  const isRevised = useRevised()
  return <span className={styles.notStated}>{unstatedWords(isRevised)}</span>
}

/**
 * What an edition leaves out of someone whose name is withheld, because it could lead to them. The
 * register leaves nothing out: what is not there is not stated.
 */
export const Withheld = () => {
  const { data } = useAnswer(getMount)
  return <span className={styles.notStated}>{data?.mount === 'register' ? 'not stated' : 'withheld'}</span>
}
