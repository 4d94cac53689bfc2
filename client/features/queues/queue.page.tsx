import { Link, useParams } from '@tanstack/react-router'
import { buttonClass } from '#client/components/forms/button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { counted } from '#contract/charts/format-count.ts'
import { QueueName, type QueueRow, getQueue, queueLabels } from '#contract/queues.ts'
import { z } from '#contract/zod.ts'

const search = z.strictObject({ after: z.coerce.number().int().min(0).optional() })

const pages = { release_event: '/release-events/$id', detainee: '/detainees/$id', sanctions_action: '/sanctions-actions/$id' } as const

const columns: readonly Column<QueueRow>[] = [
  { key: 'ref', label: 'Number', cell: ({ ref }) => ref },
  {
    key: 'title',
    label: 'Record',
    cell: ({ kind, ref, title }) => (
      <Link to={pages[kind]} params={{ id: ref }}>
        {title ?? ref}
      </Link>
    ),
  },
]

/** One queue: the records in it, each to be opened and corrected. */
export const QueuePage = () => {
  const { name = '' } = useParams({ strict: false })
  const { kept, dropped } = usePageSearch(search)
  const read = QueueName.safeParse(name)
  const queue = useAnswer(getQueue, { params: { name }, query: kept })
  const labels = read.success ? queueLabels[read.data] : null
  return (
    <>
      <PageHeading title={labels?.title ?? 'To look at again'} above="To look at again">
        {labels === null ? null : <p>{labels.hint}</p>}
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={queue} what="the queue" page>
        {({ data, page }) =>
          data.length === 0 ? (
            <Empty title="Nothing waits here." />
          ) : (
            <>
              <DataTable caption={counted(page.total, 'record', 'records')} columns={columns} rows={data} rowKey={({ ref }) => ref} />
              {page.next === null ? null : (
                <Link to="." search={{ after: String(page.next) }} className={buttonClass()}>
                  More records
                </Link>
              )}
            </>
          )
        }
      </Answered>
    </>
  )
}
