import { downloadEdition, downloadEditionFile, getEditionExports } from '#contract/exports.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import type { Edition } from '#contract/editions.ts'
import { buttonClass } from '#client/components/forms/button.tsx'
import { addressOf, call } from '#client/lib/call.ts'
import { formatBytes } from '#client/lib/format-bytes.ts'
import { useQuery } from '@tanstack/react-query'
import styles from './editions.module.css'

/** The whole edition as its SQLite file and as a package of tables; the size is said before the click. */
export const EditionDownloads = ({ edition: { number, label, bytes } }: { edition: Edition }) => {
  const mount = `/api/editions/${number}`
  const { data } = useQuery({
    queryKey: ['answer', 'exports', mount, label],
    queryFn: ({ signal }) => call(getEditionExports, { mount, signal }),
  })
  const zip = data?.files.find(({ format }) => format === 'zip')
  return (
    <div className={styles.downloads} data-screen-only="">
      <a href={addressOf(downloadEditionFile, { mount })} download="" className={buttonClass('normal', true)}>
        SQLite file, {formatBytes(bytes)}
      </a>
      <a href={addressOf(downloadEdition, { mount })} download="" className={buttonClass('normal', true)}>
        Tables as CSV, zipped{zip === undefined ? '' : `, ${zip.estimated ? 'about ' : ''}${formatBytes(zip.bytes)}`}
      </a>
      {data === undefined ? null : <span className={styles.rows}>{formatNumber(data.rows)} rows</span>}
    </div>
  )
}
