import { Link } from '@tanstack/react-router'
import { buttonClass } from '#client/components/forms/button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import { contentRoles } from '#contract/access.ts'
import { counted, formatNumber } from '#contract/charts/format-count.ts'
import { type PossibleDuplicate, listDuplicates } from '#contract/duplicates.ts'
import { z } from '#contract/zod.ts'
import styles from './duplicates.module.css'
import { Likeness } from './likeness.tsx'
import { NotTheSame } from './not-the-same.tsx'
import { PersonCard } from './person-card.tsx'

const search = z.strictObject({
  of: z.string().regex(/^(?:D-)?[1-9][0-9]{0,14}$/).optional(),
  offset: z.string().regex(/^[0-9]{1,6}$/).optional(),
})

const atOnce = 25

/** The queue of people who may have been entered twice. */
export const DuplicatesPage = () => {
  const { kept, dropped } = usePageSearch(search)
  const offset = Number(kept['offset'] ?? 0)
  const query = { ...(kept['of'] === undefined ? {} : { of: kept['of'] }), limit: atOnce, offset }
  const duplicates = useAnswer(listDuplicates, { query, keepPrevious: true, askAgain: ({ looking }) => looking })
  return (
    <>
      <PageHeading title="Possible duplicates">
        <p>People who may be in the register twice, the likeliest first. A same name alone never makes two people one.</p>
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={duplicates} what="the queue">
        {({ data, total, looked, looking }) => (
          <>
            <p className={styles.muted} role="status">
              {counted(total, 'pair', 'pairs')} to look at.
              {looked === null ? '' : ` Looked through ${formatNumber(looked.people)} people on ${formatMoment(looked.at)}.`}
              {looked !== null && looked.kept < looked.found ? ` Of ${formatNumber(looked.found)} pairs found, the likeliest ${formatNumber(looked.kept)} are kept here.` : ''}
              {looking && looked !== null ? ' The register has changed since and is being looked through again.' : ''}
            </p>
            {data.length === 0 ? (
              <Empty title={looked === null ? 'The register is being looked through for the first time.' : 'Nobody seems to be in the register twice.'} />
            ) : (
              <ol className={styles.list}>
                {data.map((pair) => (
                  <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
                ))}
              </ol>
            )}
            {offset + atOnce < total ? (
              <Link to="." search={changed(kept, { offset: String(offset + atOnce) })} className={buttonClass()}>
                Further pairs
              </Link>
            ) : null}
          </>
        )}
      </Answered>
    </>
  )
}

const Pair = ({ pair: { a, b, ...likeness } }: { pair: PossibleDuplicate }) => {
  const mayWrite = useHasRole(...contentRoles)
  return (
    <li className={styles.pair}>
      <h2>
        {a.ref} and {b.ref}
      </h2>
      <div className={styles.sides}>
        <PersonCard person={a} />
        <PersonCard person={b} />
      </div>
      <Likeness {...likeness} />
      {mayWrite ? (
        <div className={styles.buttons}>
          <Link to="/detainees/$id/merge/$other" params={{ id: a.ref, other: b.ref }} className={buttonClass('primary')}>
            Compare {a.ref} and {b.ref}
          </Link>
          <NotTheSame a={a.id} b={b.id} />
        </div>
      ) : null}
    </li>
  )
}
