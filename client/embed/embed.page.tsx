import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { DroppedNotice } from '../components/layout/dropped-notice.tsx'
import { type ChartId, chartIds, chartSearch } from '../components/release-charts/chart-search.ts'
import { ChartOf } from '../features/analysis/chart-of.tsx'
import { sidesOf } from '../features/analysis/sides.ts'
import { useQuestions } from '../features/analysis/use-questions.ts'
import { usePageSearch } from '../lib/use-page-search.ts'
import { EmbedFoot } from './embed-foot.tsx'
import { NoChart } from './no-chart.tsx'
import styles from './embed.module.css'

const isChart = (id: string): id is ChartId => chartIds.some((one) => one === id)

export const EmbedPage = () => {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const chart = params['chart'] ?? ''
  return isChart(chart) ? <OneChart id={chart} /> : <NoChart />
}

/** One chart under its filter. What a reader narrows down is a click away from how it was embedded. */
const OneChart = ({ id }: { id: ChartId }) => {
  const search = usePageSearch(chartSearch)
  const [embedded] = useState(search.kept)
  const [first] = useQuestions(sidesOf(search))
  if (first === undefined) return null
  return (
    <main className={styles.page}>
      <title>{`Habeas: releases${first.question.phrase}`}</title>
      <DroppedNotice dropped={search.dropped} kept={search.kept} />
      <ChartOf id={id} {...first} />
      {JSON.stringify(search.kept) === JSON.stringify(embedded) ? null : (
        <p data-screen-only="">
          <Link to="." search={embedded} resetScroll={false}>
            Back to the chart as it was
          </Link>
        </p>
      )}
      <EmbedFoot id={id} kept={search.kept} />
    </main>
  )
}
