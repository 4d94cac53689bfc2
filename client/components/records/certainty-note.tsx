import styles from './record-lists.module.css'

/** Said beside a date that only may lie in the range a reader asked for. */
export const CertaintyNote = ({ certainty, isRanged }: { certainty: 'certain' | 'possible' | 'undated'; isRanged: boolean }) =>
  isRanged && certainty === 'possible' ? (
    <>
      {' '}
      <span className={styles.possible}>(possibly in this range)</span>
    </>
  ) : null
