import { search } from '#contract/search.ts'
import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { FilterCheckbox } from '#client/components/filters/filter-checkbox.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { RecordTools } from '#client/components/records/record-tools.tsx'
import { countHits } from '#client/components/search/hit-words.ts'
import { Answered } from '#client/components/states/answered.tsx'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { SearchResults } from './search-results.tsx'
import { resultsSearch } from './search.search.ts'

/** As many of each kind as an answer can hold. */
const most = 50

const titleOf = (q: string | undefined, found: string | undefined): string =>
  q !== undefined ? `Results for “${q}”` : found === undefined ? 'Search' : 'Records found by a search'

/** Everything that the words in the address find, by kind; or the records of a citation. */
export const SearchPage = () => {
  const { value, kept, dropped, go } = usePageSearch(resultsSearch)
  const { q, exact, found } = value
  const answer = useAnswer(search, {
    query: q === undefined ? { found } : { q, limit: most, ...(exact ? { exact: 'yes' } : {}) },
    enabled: q !== undefined || found !== undefined,
    keepPrevious: true,
  })
  return (
    <>
      <PageHeading title={titleOf(q, found)}>
        {q === undefined && found !== undefined ? (
          <p>The records of a citation. The words they were found by are not repeated in its link.</p>
        ) : q === undefined ? (
          <p>
            Type a name in the box above, in any spelling, Cyrillic or Latin, or words of a record. <kbd>/</kbd> leads there
            from anywhere.
          </p>
        ) : (
          <p role="status">{answer.data === undefined || answer.isPlaceholderData ? '' : countHits(answer.data, q)}</p>
        )}
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      {q === undefined && found === undefined ? null : (
        <RecordTools title={titleOf(q, found)}>
          <CiteButton kept={kept} of="this search" />
        </RecordTools>
      )}
      {q === undefined && found !== undefined ? (
        <Answered query={answer} what="the records">
          {(data) => <SearchResults answer={data} q="the numbers in this link" isExact />}
        </Answered>
      ) : null}
      {q === undefined ? null : (
        <>
          <FilterCheckbox
            label="Exactly as typed: no other spellings, letter by letter"
            checked={exact}
            onChange={(isExact) => go(changed(kept, { exact: isExact ? 'yes' : undefined }))}
          />
          <Answered query={answer} what="the results">
            {(data) => <SearchResults answer={data} q={q} isExact={exact} />}
          </Answered>
        </>
      )}
    </>
  )
}
