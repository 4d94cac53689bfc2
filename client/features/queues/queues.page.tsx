import { Link } from '@tanstack/react-router'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { type QueueName, listQueues, queueLabels } from '#contract/queues.ts'

type Row = { readonly name: QueueName; readonly total: number }

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    label: 'Reason',
    cell: ({ name, total }) =>
      total === 0 ? (
        queueLabels[name].title
      ) : (
        <Link to="/queues/$name" params={{ name }}>
          {queueLabels[name].title}
        </Link>
      ),
  },
  { key: 'hint', label: 'What it holds', cell: ({ name }) => queueLabels[name].hint },
  { key: 'total', label: 'Records', number: true, cell: ({ total }) => formatNumber(total) },
]

/** What somebody should look at again, by the reason. */
export const QueuesPage = () => {
  const queues = useAnswer(listQueues)
  return (
    <>
      <PageHeading title="To look at again">
        <p>Records in which something is not right, or not known. Each queue empties as they are corrected.</p>
      </PageHeading>
      <Answered query={queues} what="the queues">
        {({ data }) => <DataTable caption="Queues" columns={columns} rows={data} rowKey={({ name }) => name} />}
      </Answered>
    </>
  )
}
