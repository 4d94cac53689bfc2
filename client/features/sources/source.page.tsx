import { Link, useParams } from '@tanstack/react-router'
import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { Facts } from '#client/components/layout/facts.tsx'
import { RecordActions } from '#client/components/layout/record-actions.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { RecordList } from '#client/components/records/record-list.tsx'
import { RecordFiles } from '#client/components/records/record-files.tsx'
import { RecordTools } from '#client/components/records/record-tools.tsx'
import { buttonClass } from '#client/components/forms/button.tsx'
import pager from '#client/components/table/pager.module.css'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated, Withheld } from '#client/components/values/text-or-not-stated.tsx'
import { sourceName } from '#client/lib/evidence-for.ts'
import { languageName } from '#client/lib/language-name.ts'
import { isEmptied, sourceTitle } from '#client/lib/unstated-words.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useRevised } from '#client/lib/use-revised.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { counted } from '#contract/charts/format-count.ts'
import { type Source, getSource } from '#contract/sources.ts'
import { SourceValues } from './source-values.tsx'

export const SourcePage = () => {
  const { id } = useParams({ strict: false })
  const { kept, dropped } = usePageSearch(getSource.query)
  const source = useAnswer(getSource, { params: { id: id ?? '' }, query: kept })
  return (
    <>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={source} what="the source" page>
        {(data) => <One source={data} kept={kept} />}
      </Answered>
    </>
  )
}

const One = ({ source, kept }: { source: Source; kept: SearchText }) => {
  const title = sourceTitle(source, useRevised())
  return (
    <>
      <PageHeading title={title} above={`Source ${source.ref}`} />
      <RecordTools title={`${sourceName(source)}, source ${source.ref}`}>
        <CiteButton kept={kept} of="this source" />
        <RecordFiles
          endpoint={getSource}
          params={{ id: source.ref }}
          query={kept}
          rest={{ rows: source.values.length, of: 'the values on this page' }}
        />
      </RecordTools>
      <RecordActions record="source" id={source.id} />
      <Facts
        facts={[
          { label: 'Publisher', value: <Text of={source}>{source.publisher}</Text> },
          { label: 'Author', value: <Text of={source}>{source.author}</Text> },
          { label: 'Published', value: <StatedDateText date={source.published} /> },
          { label: 'Language', value: <Text of={source}>{source.language === null ? null : languageName(source.language)}</Text> },
          {
            label: 'Address',
            value:
              source.url === null ? (
                <Text of={source}>{null}</Text>
              ) : (
                <a href={source.url} rel="noreferrer external" target="_blank">
                  {source.url} (new tab)
                </a>
              ),
          },
          { label: 'Read on', value: <Text of={source}>{source.retrieved}</Text> },
          {
            label: 'SHA-256 of the text',
            value: source.sha256 === null ? <Text of={source}>{null}</Text> : <code>{source.sha256}</code>,
          },
          ...(source.copyOf === null
            ? []
            : [
                {
                  label: 'Copy of',
                  value: (
                    <Link to="/sources/$id" params={{ id: `SRC-${source.copyOf}` }}>
                      SRC-{source.copyOf}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      {source.copies.length === 0 ? null : (
        <Section title="Copies of it" note="They add no independent word">
          <RecordList
            items={source.copies}
            itemKey={({ id }) => id}
            line={(copy) => (
              <Link to="/sources/$id" params={{ id: copy.ref }}>
                {sourceName(copy)}
              </Link>
            )}
          />
        </Section>
      )}
      <Section title="What rests on it" note={counted(source.valuesInAll, 'value', 'values')}>
        {source.values.length === 0 ? <Empty title="No value of the register rests on it." /> : <SourceValues source={source} />}
        <MoreValues source={source} isFirst={kept['after'] === undefined} />
      </Section>
    </>
  )
}

/** A text of a source; of one that was emptied, every text is withheld. */
const Text = ({ of, children }: { of: Source; children: string | null }) =>
  children === null && isEmptied(of) ? <Withheld /> : <TextOrNotStated>{children}</TextOrNotStated>

/** A source of which more rests than a page can hold is read page after page. */
const MoreValues = ({ source: { values, valuesInAll, next }, isFirst }: { source: Source; isFirst: boolean }) =>
  isFirst && next === null ? null : (
    <nav className={pager.pager} aria-label="Pages of the values">
      {isFirst ? null : (
        <Link to="." search={{}} className={buttonClass()}>
          First page
        </Link>
      )}
      {next === null ? null : (
        <Link to="." search={{ after: String(next) }} className={buttonClass()}>
          Next page
        </Link>
      )}
      <span>
        {counted(values.length, 'value', 'values')} here of {counted(valuesInAll, 'value', 'values')} in all
      </span>
    </nav>
  )
