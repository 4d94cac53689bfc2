import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { Chips } from '#client/components/filters/chips.tsx'
import { EventFilterBar } from '#client/components/filters/event-filter-bar.tsx'
import { makeChips, withoutFilter } from '#client/components/filters/make-chips.ts'
import { Button } from '#client/components/forms/button.tsx'
import { LimitsPanel } from '#client/components/limits/limits-panel.tsx'
import { releaseEventChips } from '#client/components/records/release-event-filters.ts'
import type { ChartSearch } from '#client/components/release-charts/chart-search.ts'
import { changed } from '#client/lib/search-params.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { type Asked, type sidesOf, swapped } from './sides.ts'
import { WhichEvents } from './which-events.tsx'
import styles from './analysis.module.css'

/** The filter of the page, or one of two: its bar, its chips, the events it leaves and what is not known of them. */
export const SideFilter = ({ asked, sides, page }: { asked: Asked; sides: ReturnType<typeof sidesOf>; page: PageSearch<ChartSearch> }) => {
  const { search, side, filter, phrase, linkTo } = asked
  const { kept, go } = search
  // Two filters are two results: each is cited for itself.
  const alone = changed(kept, { vs: undefined, vsCursor: undefined })
  const chips = makeChips(kept, releaseEventChips).map((chip) => ({ ...chip, without: linkTo(chip.without) }))
  return (
    <section className={styles.side} aria-label={side === null ? 'The filter' : `Filter ${side}`}>
      {side === null ? null : (
        <h2 className={styles.sideTitle}>
          <span>{side}</span> Releases{phrase}
        </h2>
      )}
      <EventFilterBar label={side === null ? 'Filter every chart' : `Filter ${side}`} kept={kept} filter={filter} go={go} />
      <Chips chips={chips} clear={linkTo(withoutFilter(kept, releaseEventChips))} />
      <WhichEvents filter={filter} />
      <LimitsPanel filter={filter} of={side === null ? undefined : `filter ${side}`} />
      <div className={styles.compare} data-screen-only="">
        <CiteButton kept={alone} {...(side === null ? {} : { of: `filter ${side}` })} />
        {side === null ? <Button small onClick={() => page.go(changed(page.kept, { vs: 'all' }))}>Compare with another filter</Button> : null}
        {side === 'B' && sides.length === 2 ? (
          <>
            <Button small onClick={() => page.go(swapped(sides))}>Change places</Button>
            <Button small onClick={() => page.go(changed(page.kept, { vs: undefined, vsCursor: undefined }))}>Stop comparing</Button>
          </>
        ) : null}
      </div>
    </section>
  )
}
