import { chartIds } from '../components/release-charts/chart-search.ts'
import styles from './embed.module.css'

export const NoChart = () => (
  <main className={styles.page}>
    <h1>There is no chart of this name</h1>
    <p>The address of an embedded chart is /embed/ and one of: {chartIds.join(', ')}. The button “Embed” below a chart writes it.</p>
  </main>
)
