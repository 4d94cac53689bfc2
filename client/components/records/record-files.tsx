import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { counted, formatNumber } from '#contract/charts/format-count.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { type ExportFiles, type ExportFormat, exportFormats } from '#contract/exports.ts'
import { type CallOptions, addressOf } from '#client/lib/call.ts'
import { errorOf } from '#client/lib/api-error.ts'
import { formatBytes } from '#client/lib/format-bytes.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useFoldAway } from '#client/lib/use-fold-away.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { Answered } from '../states/answered.tsx'
import { fileWords } from '../table/file-words.ts'
import { LicenceLine } from '../table/take-along.tsx'
import styles from '../table/list-tools.module.css'

/** The list a record is in, where it can be packed with all tables behind it. */
export type PackagedIn = { readonly list: AnyEndpoint; readonly sizes: AnyEndpoint; readonly id: number }

/** One record as files. Each is small: it is fetched when this is opened, to say how large it is. */
export const RecordFiles = <E extends AnyEndpoint>({
  endpoint,
  params,
  query,
  rest,
  packaged,
}: {
  endpoint: E
  params: NonNullable<CallOptions<E>['params']>
  query?: NonNullable<CallOptions<E>['query']>
  /** What its workbook holds in a sheet beside its row. */
  rest: { readonly rows: number; readonly of: string }
  packaged?: PackagedIn
}) => {
  const [isOpen, setOpen] = useState(false)
  const box = useFoldAway()
  const mount = useMount()
  const options = { mount, params, ...(query === undefined ? {} : { query }) }
  const addresses = exportFormats.map((format) => ({ format, address: addressOf(endpoint, options, `.${format}`) }))
  const sizes = useQuery({
    queryKey: ['answer', 'file sizes', ...addresses.map(({ address }) => address)],
    queryFn: ({ signal }) => Promise.all(addresses.map(({ address }) => sizeOf(address, signal))),
    enabled: isOpen,
  })
  const hold: Readonly<Record<ExportFormat, string>> = {
    csv: '1 row, as in its list',
    json: 'all of this page',
    xlsx: `1 row, and ${counted(rest.rows, 'row', 'rows')} of ${rest.of}`,
  }
  return (
    <details ref={box} className={styles.fold} data-screen-only="" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Take it along</summary>
      {isOpen ? (
        <div className={styles.panel}>
          <Answered query={sizes} what="the sizes of the files">
            {(bytes) => (
              <ul className={styles.files}>
                {addresses.map(({ format, address }, index) => (
                  <li key={format}>
                    <a href={address} download="">
                      {fileWords[format].name}
                    </a>
                    , {hold[format]}, {formatBytes(bytes[index] ?? 0)}
                  </li>
                ))}
                {packaged === undefined ? null : <PackageLine packaged={packaged} />}
              </ul>
            )}
          </Answered>
          <LicenceLine />
        </div>
      ) : null}
    </details>
  )
}

/** The record as the one row of its list, with every table behind it; nothing where packages are not made. */
const PackageLine = ({ packaged: { list, sizes, id } }: { packaged: PackagedIn }) => {
  const mount = useMount()
  const query = { id: String(id) } as Record<never, never>
  const { data } = useAnswer(sizes, { query })
  const zip = (data as ExportFiles | undefined)?.files.find(({ format }) => format === 'zip')
  return zip === undefined ? null : (
    <li>
      <a href={addressOf(list, { mount, query }, '.zip')} download="">
        {fileWords.zip.name}
      </a>
      , {formatNumber(zip.rows)} rows, about {formatBytes(zip.bytes)}
      <span className={styles.small}>: {fileWords.zip.about}</span>
    </li>
  )
}

const sizeOf = async (address: string, signal: AbortSignal): Promise<number> => {
  const response = await fetch(address, { signal })
  if (!response.ok) throw errorOf(response.status, await response.json().catch(() => null))
  return (await response.blob()).size
}
