import styles from './entry.module.css'

/** What has harmed people when it was published: to be looked for each time. */
export const DoNoHarm = () => (
  <ul className={styles.warningList}>
    <li>Names of relatives, friends or lawyers who are not public themselves</li>
    <li>Health, treatment in detention, or torture in detail</li>
    <li>Anyone under 18, or anything that leads to them</li>
    <li>Exact places: a home, a route, where someone stays</li>
    <li>People who are still held, and could be made to pay for this</li>
  </ul>
)
