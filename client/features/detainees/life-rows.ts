import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { Detainee } from '#contract/detainees.ts'

type Detention = Detainee['detentions'][number]
type Release = Detainee['releases'][number]

/** What one entry of a life in detention tells of. */
export type LifeEvent =
  | { readonly kind: 'arrest'; readonly detention: Detention; readonly again: boolean }
  | { readonly kind: 'charge'; readonly charge: Detention['charges'][number] }
  | { readonly kind: 'sentence'; readonly sentence: Detention['sentences'][number] }
  | { readonly kind: 'transfer' | 'end'; readonly detention: Detention }
  | { readonly kind: 'release' | 'refusal'; readonly release: Release }

export type LifeRow = LifeEvent & {
  readonly key: string
  /** The date as stated; null for what the register gives no date: a charge. */
  readonly date: StatedDate | null
}

/** A row with the day it stands at among the others; null where nothing says when it was. */
type Placed = { readonly row: LifeRow; readonly day: string | null }

/** `dated` in order of time; `undated` what nothing places in it, in the order the register has it. */
export type Life = { readonly dated: readonly LifeRow[]; readonly undated: readonly LifeRow[] }

/**
 * A person's arrests, charges, sentences, ends of detention and releases in order. Within one
 * detention what has no date of its own stands after what comes before it there; where a whole
 * detention has no date, nothing says where in the life it belongs.
 */
export const lifeRows = ({ detentions, releases }: Pick<Detainee, 'detentions' | 'releases'>): Life => {
  const placed = [...detentions.flatMap(rowsOfDetention), ...releases.map(rowOfRelease)]
  const dated = placed
    .filter(({ day }) => day !== null)
    // Sorting is stable: on one day an end of detention stands before the release that it was.
    .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
    .map(({ row }) => row)
  return { dated: withArrestsAgain(dated), undated: placed.filter(({ day }) => day === null).map(({ row }) => row) }
}

/** The day a date is sorted by: its first possible one, else its last. */
const dayOf = (date: StatedDate | null): string | null => date?.earliest ?? date?.latest ?? null

const rowsOfDetention = (detention: Detention): Placed[] => {
  const { id, arrest, end, endReason, charges, sentences } = detention
  const isOver = end.edtf !== null || end.basis === 'withheld' || (endReason !== null && endReason !== 'not_stated')
  const inTurn: LifeRow[] = [
    { kind: 'arrest', key: `arrest ${id}`, date: arrest, detention, again: false },
    ...charges.map((charge): LifeRow => ({ kind: 'charge', key: `charge ${charge.id}`, date: null, charge })),
    ...sentences
      .toSorted((a, b) => (dayOf(a.sentenced) ?? '9999').localeCompare(dayOf(b.sentenced) ?? '9999'))
      .map((sentence): LifeRow => ({ kind: 'sentence', key: `sentence ${sentence.id}`, date: sentence.sentenced, sentence })),
    ...(isOver
      ? [{ kind: endReason === 'transferred' ? 'transfer' : 'end', key: `end ${id}`, date: end, detention } as const]
      : []),
  ]
  // What comes first without a date stands where the first dated one of this detention does.
  let day = inTurn.map(({ date }) => dayOf(date)).find((found) => found !== null) ?? null
  return inTurn.map((row) => {
    const own = dayOf(row.date)
    // A wide date may begin before what came first: in its detention it keeps its turn.
    if (own !== null && (day === null || own > day)) day = own
    return { row, day }
  })
}

const rowOfRelease = (release: Release): Placed => {
  const { date } = release.releaseEvent
  const kind = release.destinationState === 'refused_departure' ? 'refusal' : 'release'
  return { row: { kind, key: `release ${release.id}`, date, release }, day: dayOf(date) }
}

/** An arrest is one more where an earlier one has a date of its own, and so has this one. */
const withArrestsAgain = (rows: readonly LifeRow[]): LifeRow[] => {
  let wasArrested = false
  return rows.map((row) => {
    if (row.kind !== 'arrest' || dayOf(row.date) === null) return row
    const again = wasArrested
    wasArrested = true
    return { ...row, again }
  })
}
