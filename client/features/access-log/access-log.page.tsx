import { z } from '#contract/zod.ts'
import { type AccessEvent, LoggedAct, listAccessEvents, loggedActLabels } from '#contract/access-log.ts'
import { counted } from '#contract/charts/format-count.ts'
import { SelectField, optionsOf } from '#client/components/forms/text-field.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { Pager } from '#client/components/table/pager.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import styles from './access-log.module.css'

const search = z.strictObject({ act: LoggedAct.optional(), account: z.string().max(100).optional(), cursor: z.string().max(500).optional() })

const columns: Column<AccessEvent>[] = [
  { key: 'at', label: 'When', cell: ({ at }) => formatMoment(at) },
  { key: 'by', label: 'Who', cell: ({ by }) => by?.name ?? 'Someone at the machine itself' },
  { key: 'act', label: 'What', cell: ({ act }) => loggedActLabels[act] },
  { key: 'of', label: 'Of', cell: ({ subject, record }) => subject?.name ?? (record === null ? '–' : `${record.table.replaceAll('_', ' ')} ${record.id}`) },
  { key: 'detail', label: 'Detail', cell: ({ detail }) => detail ?? '–' },
]

/** Who did what to accounts, settings and what is confidential, for the auditor. */
export const AccessLogPage = () => {
  const { kept, dropped, go } = usePageSearch(search)
  const log = useAnswer(listAccessEvents, { query: kept, keepPrevious: true })
  const choose = (name: 'act' | 'account', text: string) => go(changed(kept, { [name]: text === '' ? undefined : text, cursor: undefined }))
  return (
    <>
      <PageHeading title="Access log">
        <p>Neither addresses nor browsers are kept, and no word of what was read. The log cannot be altered from here.</p>
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={log} what="the access log" page>
        {({ data, page, accounts }) => (
          <>
            <div className={styles.filters}>
              <SelectField
                label="What"
                value={kept['act'] ?? ''}
                onChange={({ target }) => choose('act', target.value)}
                options={[{ value: '', label: 'Everything' }, ...optionsOf(loggedActLabels)]}
              />
              <SelectField
                label="Who, or of whom"
                value={kept['account'] ?? ''}
                onChange={({ target }) => choose('account', target.value)}
                options={[{ value: '', label: 'Everyone' }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
              />
            </div>
            <p role="status">{counted(page.total, 'line', 'lines')}</p>
            {data.length === 0 ? (
              <Empty title="Nothing of this kind is in the log." />
            ) : (
              <DataTable caption="Access log" captionHidden columns={columns} rows={data} rowKey={({ id }) => id} />
            )}
            <Pager page={page} shown={data.length} kept={kept} />
          </>
        )}
      </Answered>
    </>
  )
}
