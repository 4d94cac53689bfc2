import { useState } from 'react'
import { formatNumber } from '#contract/charts/format-count.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import type { ExportFile, ExportFiles } from '#contract/exports.ts'
import { dataLicence } from '#contract/licence.ts'
import { type CallOptions, addressOf } from '#client/lib/call.ts'
import { formatBytes } from '#client/lib/format-bytes.ts'
import { type SearchText, changed, listFilter } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useFoldAway } from '#client/lib/use-fold-away.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { NotebookCode } from '../charts/notebook-code.tsx'
import { Answered } from '../states/answered.tsx'
import { DownloadLink } from './download-link.tsx'
import { fileWords } from './file-words.ts'
import styles from './list-tools.module.css'

/** The whole filtered set as files; how many rows and how large is asked when this is opened, before any file is. */
export const TakeAlong = <E extends AnyEndpoint, S extends AnyEndpoint>({
  endpoint,
  sizes,
  kept,
}: {
  endpoint: E
  sizes: S
  /** The page's search, of which files take the filter and the order. */
  kept: SearchText
}) => {
  const [isOpen, setOpen] = useState(false)
  const box = useFoldAway()
  const mount = useMount()
  const filter = listFilter(kept)
  const files = useAnswer(sizes, { query: filter as CallOptions<S>['query'] & {}, enabled: isOpen })
  const query = (format: ExportFile['format']) =>
    (format === 'zip' ? filter : changed(filter, { sort: kept['sort'] })) as CallOptions<E>['query'] & {}
  return (
    <details ref={box} className={styles.fold} data-screen-only="" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Take it along</summary>
      {isOpen ? (
        <div className={styles.panel}>
          <Answered query={files} what="the sizes of the files">
            {(answer) => {
              const { sentence, files: offered } = answer as ExportFiles
              return (
                <>
                  <p>The whole list, not this page only: {sentence}.</p>
                  <ul className={styles.files}>
                    {offered.map((file) => (
                      <li key={file.format}>
                        <DownloadLink href={addressOf(endpoint, { mount, query: query(file.format) }, `.${file.format}`)}>
                          {fileWords[file.format].name}
                        </DownloadLink>
                        , {formatNumber(file.rows)} {file.rows === 1 ? 'row' : 'rows'}, {file.estimated ? 'about ' : ''}
                        {formatBytes(file.bytes)}
                        <span className={styles.small}>: {fileWords[file.format].about}</span>
                      </li>
                    ))}
                  </ul>
                  <LicenceLine />
                  <NotebookCode csv={addressOf(endpoint, { mount, query: query('csv') }, '.csv')} />
                </>
              )
            }}
          </Answered>
        </div>
      ) : null}
    </details>
  )
}

/** What may be done with what is taken along. */
export const LicenceLine = () => (
  <p className={styles.small}>
    The register’s own work:{' '}
    <a href={dataLicence.path} rel="license noreferrer external" target="_blank">
      {dataLicence.name} (new tab)
    </a>
    . Quoted words belong to those who published them. These are data of living people, many of them at risk: do not use
    them to trace or threaten anyone.
  </p>
)
