import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '#client/components/forms/button.tsx'
import { SelectField, optionsOf } from '#client/components/forms/text-field.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import { counted } from '#contract/charts/format-count.ts'
import { ProposalState, type ProposalRow, listProposals, proposalStateLabels } from '#contract/proposals.ts'
import { z } from '#contract/zod.ts'
import { kindWords, proposalRef, stateWords } from './proposal-words.ts'
import styles from './proposals.module.css'

const search = z.strictObject({
  state: ProposalState.optional(),
  mine: z.enum(['yes', 'no']).optional(),
  cursor: z.string().max(500).optional(),
})

// A proposal waits from its first save on: nobody has one as a draft.
const { draft: _, ...reachable } = proposalStateLabels

const columns: readonly Column<ProposalRow>[] = [
  {
    key: 'title',
    label: 'Proposal',
    cell: (row) => (
      <>
        <span className={styles.ref}>{proposalRef(row.id)}</span>{' '}
        <Link to="/proposals/$id" params={{ id: proposalRef(row.id) }}>
          {row.title}
        </Link>
      </>
    ),
  },
  { key: 'kind', label: 'Kind', cell: kindWords },
  { key: 'state', label: 'State', cell: stateWords },
  { key: 'author', label: 'Author', cell: (row) => row.author.name },
  { key: 'updated', label: 'Last change', cell: (row) => formatMoment(row.updatedAt) },
]

/** The queue: everything proposed, by state and author. */
export const ProposalsPage = () => {
  const { kept, dropped, go } = usePageSearch(search)
  const proposals = useAnswer(listProposals, { query: kept, keepPrevious: true })
  const mayWrite = useHasRole('contributor', 'reviewer', 'publisher')
  return (
    <>
      <PageHeading title="Proposals">
        <p>What was entered or corrected, and has to be approved before it is in the register.</p>
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      <div className={styles.filters}>
        <SelectField
          label="State"
          value={kept['state'] ?? ''}
          options={[{ value: '', label: 'Any state' }, ...optionsOf(reachable)]}
          onChange={(event) => go(changed(kept, { state: event.target.value }))}
        />
        <SelectField
          label="Author"
          value={kept['mine'] ?? ''}
          options={[
            { value: '', label: 'Anyone' },
            { value: 'yes', label: 'Me' },
            { value: 'no', label: 'Others' },
          ]}
          onChange={(event) => go(changed(kept, { mine: event.target.value }))}
        />
        {mayWrite ? (
          <Link to="/release-events/new" className={buttonClass('primary')}>
            Enter a release event
          </Link>
        ) : null}
      </div>
      <Answered query={proposals} what="the proposals">
        {({ data, page }) =>
          data.length === 0 ? (
            <Empty title="No proposal fits this.">
              <Button onClick={() => go({})}>Show all proposals</Button>
            </Empty>
          ) : (
            <>
              <DataTable
                caption={counted(page.total, 'proposal', 'proposals')}
                columns={columns}
                rows={data}
                rowKey={(row) => row.id}
              />
              {page.next === null ? null : (
                <Link to="." search={changed(kept, { cursor: page.next })} className={buttonClass()}>
                  Older proposals
                </Link>
              )}
            </>
          )
        }
      </Answered>
    </>
  )
}
