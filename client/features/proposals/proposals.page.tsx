import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FilterCheckbox } from '#client/components/filters/filter-checkbox.tsx'
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
import { contentRoles } from '#contract/access.ts'
import { counted } from '#contract/charts/format-count.ts'
import { ProposalState, type ProposalRow, listProposals, overdueDays, proposalStateLabels } from '#contract/proposals.ts'
import { z } from '#contract/zod.ts'
import { kindWords, proposalRef, stateWords } from './proposal-words.ts'
import { ApproveMany } from './approve-many.tsx'
import styles from './proposals.module.css'

const search = z.strictObject({
  state: ProposalState.optional(),
  mine: z.enum(['yes', 'no']).optional(),
  overdue: z.literal('yes').optional(),
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
  {
    key: 'updated',
    label: 'Last change',
    cell: (row) => (
      <>
        {formatMoment(row.updatedAt)} {isOverdue(row) ? <span className={styles.overdue}>overdue</span> : null}
      </>
    ),
  },
]

const isOverdue = ({ state, updatedAt }: ProposalRow): boolean =>
  state === 'waiting' && Date.parse(updatedAt) < Date.now() - overdueDays * 24 * 60 * 60 * 1000

/** A box for each proposal that waits, for a reviewer who approves several at once. */
const choosing = (chosen: ReadonlySet<number>, toggle: (id: number) => void): Column<ProposalRow> => ({
  key: 'choose',
  label: 'Approve',
  cell: (row) =>
    row.state === 'waiting' ? (
      <input
        type="checkbox"
        aria-label={`Choose ${proposalRef(row.id)} to approve it`}
        checked={chosen.has(row.id)}
        onChange={() => toggle(row.id)}
      />
    ) : null,
})

/** The queue: everything proposed, by state and author. */
export const ProposalsPage = () => {
  const { kept, dropped, go } = usePageSearch(search)
  const proposals = useAnswer(listProposals, { query: kept, keepPrevious: true })
  const mayWrite = useHasRole(...contentRoles)
  const mayReview = useHasRole('reviewer')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const toggle = (id: number) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id]))
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
        <FilterCheckbox
          label={`Overdue: waiting for ${overdueDays} days or more`}
          checked={kept['overdue'] === 'yes'}
          onChange={(isOn) => go(changed(kept, { overdue: isOn ? 'yes' : undefined }))}
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
                columns={mayReview ? [...columns, choosing(chosen, toggle)] : columns}
                rows={data}
                rowKey={(row) => row.id}
              />
              {mayReview ? (
                <ApproveMany chosen={data.filter(({ id, state }) => state === 'waiting' && chosen.has(id))} onDone={() => setChosen(new Set())} />
              ) : null}
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
